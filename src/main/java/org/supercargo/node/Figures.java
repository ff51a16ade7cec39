package org.supercargo.node;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Figures of this node for whoever runs the server, where it shows such. Names and labels are words
 * of the program, never of people or rows: they are kept by systems that keep everything. What is
 * made here is kept by whoever counts with it, since each look at the server's registry costs.
 */
@ApplicationScoped
public class Figures {
  private static final Logger LOG = System.getLogger(Figures.class.getName());

  @Inject Instance<MetricRegistry> registries;
  private @Nullable MetricRegistry registry;

  @PostConstruct
  void start() {
    try {
      registry = registries.isResolvable() ? registries.get() : null;
    } catch (RuntimeException switchedOff) {
      // Payara offers the registry all the same, and fails to make one.
      LOG.log(Level.INFO, "metrics are switched off: no figures are shown");
    }
  }

  /**
   * What only grows. The server adds {@code _total} to its name.
   *
   * @param labels name, value, name, value
   */
  public Counter counter(String name, String words, String... labels) {
    return registry == null
        ? new Unshown()
        : registry.counter(described(name, words), tags(labels));
  }

  /**
   * How long something takes, as {@code _seconds_bucket}, {@code _seconds_sum} and {@code
   * _seconds_count}.
   */
  public Consumer<Duration> timer(String name, String words, String... labels) {
    Buckets buckets = new Buckets();
    for (int n = 0; n < Buckets.ENDS.size(); n++) {
      int bucket = n;
      String[] more = Arrays.copyOf(labels, labels.length + 2);
      more[labels.length] = "le";
      more[labels.length + 1] = Buckets.ENDS.get(n);
      gauge(name + "_seconds_bucket", words, () -> buckets.upTo(bucket), more);
    }
    gauge(name + "_seconds_sum", words, buckets::seconds, labels);
    gauge(name + "_seconds_count", words, () -> buckets.upTo(Buckets.ENDS.size() - 1), labels);
    return buckets;
  }

  /** A label's value. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** What goes up and down; asked for when somebody looks, so it must not wait for anything. */
  public void gauge(String name, String words, Supplier<Number> value, String... labels) {
    if (registry != null) {
      registry.gauge(described(name, words), value, tags(labels));
    }
  }

  /**
   * What has to be counted before anybody looks.
   *
   * @param goodFor how long one count is shown
   */
  public Reading reading(String name, String words, Duration goodFor, String... labels) {
    Reading reading = new Reading(goodFor);
    gauge(name, words, reading::value, labels);
    return reading;
  }

  private static Metadata described(String name, String words) {
    return Metadata.builder().withName("supercargo_" + name).withDescription(words).build();
  }

  private static Tag[] tags(String... labels) {
    Tag[] tags = new Tag[labels.length / 2];
    for (int n = 0; n < tags.length; n++) {
      tags[n] = new Tag(labels[2 * n], labels[2 * n + 1]);
    }
    return tags;
  }
}
