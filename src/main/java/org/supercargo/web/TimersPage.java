package org.supercargo.web;

import static jakarta.faces.application.FacesMessage.SEVERITY_INFO;
import static jakarta.faces.application.FacesMessage.SEVERITY_WARN;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.timer.Run;
import org.supercargo.timer.TimerState;
import org.supercargo.timer.Timers;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;

/** Timers: when each runs next, how it went. */
@Named
@ViewScoped
public class TimersPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NIGHTS = 90;

  @Inject private Timers timers;
  @Inject private CurrentPerson person;
  @Inject private Look look;
  @Inject private Times times;

  private transient @Nullable List<TimerState> all;
  private transient @Nullable Map<String, Past> past;

  @PostConstruct
  @AllowedTo({Role.ADMIN, Role.AUDITOR})
  void open() {
    person.require(Role.ADMIN, Role.AUDITOR);
  }

  @AllowedTo(Role.ADMIN)
  public void runNow(String timer) {
    boolean started = timers.runNow(timer, person.actor());
    Say.it(started ? SEVERITY_INFO : SEVERITY_WARN, started ? "timers.begun" : "timers.refused");
    refresh();
  }

  public void refresh() {
    all = null;
    past = null;
  }

  /** The bundle's name of a timer, or its own. */
  public String name(String timer) {
    return RunChart.wordOr(words(), "timers.name." + timer, timer);
  }

  /** What a timer does, in a sentence. */
  public String what(String timer) {
    return RunChart.wordOr(words(), "timers.what." + timer, "");
  }

  private static ResourceBundle words() {
    return Say.words(FacesContext.getCurrentInstance());
  }

  public List<TimerState> getAll() {
    if (all == null) {
      all = timers.all();
    }
    return all;
  }

  public List<Run> runs(String timer) {
    return past(timer).runs();
  }

  /** What was due by the clock, without what people started. */
  public List<Run> nights(String timer) {
    return past(timer).nights();
  }

  /** Read once: Faces asks many times while it shows one page. */
  private Past past(String timer) {
    if (past == null) {
      past = new HashMap<>();
    }
    return past.computeIfAbsent(
        timer, name -> new Past(timers.runs(name, NIGHTS), timers.nights(name, NIGHTS)));
  }

  private record Past(List<Run> runs, List<Run> nights) {}

  public boolean isQuiet(String timer) {
    return barsOf(timer).isEmpty();
  }

  public String chart(String timer) {
    return barsOf(timer).json(times::day);
  }

  private RunChart barsOf(String timer) {
    return new RunChart(nights(timer).reversed(), words(), look.isDark());
  }

  /** What a run did in words, such as {@code expired 1, expiring 2}; empty for nothing. */
  public String counts(Run run) {
    ResourceBundle words = words();
    return new TreeMap<>(run.counts())
        .entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> RunChart.word(words, count.getKey()) + " " + count.getValue())
            .collect(Collectors.joining(", "));
  }

  public @Nullable Duration took(Run run) {
    return run.endedAt() == null ? null : Duration.between(run.startedAt(), run.endedAt());
  }
}
