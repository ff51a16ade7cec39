package org.supercargo.container;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What the server has of our figures, as it would show it. */
public final class Shown {
  private Shown() {}

  /** A counter's or gauge's value; a test fails when there is none. */
  public static double of(MetricRegistry registry, String name, String... labels) {
    return registry.getMetrics().entrySet().stream()
        .filter(it -> it.getKey().getName().equals("supercargo_" + name))
        .filter(it -> Arrays.asList(it.getKey().getTagsAsArray()).containsAll(tags(labels)))
        .map(
            it ->
                it.getValue() instanceof Counter counter
                    ? (Number) counter.getCount()
                    : ((Gauge<?>) it.getValue()).getValue())
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + Arrays.toString(labels)))
        .doubleValue();
  }

  private static List<Tag> tags(String... labels) {
    Tag[] tags = new Tag[labels.length / 2];
    for (int n = 0; n < tags.length; n++) {
      tags[n] = new Tag(labels[2 * n], labels[2 * n + 1]);
    }
    return List.of(tags);
  }
}
