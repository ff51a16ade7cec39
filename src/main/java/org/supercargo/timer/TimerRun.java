package org.supercargo.timer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record of one run. Once it has ended nothing changes it. */
@Entity
@Table(name = "timer_run")
class TimerRun {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String timer;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  private String node;

  @Column(name = "started_by")
  private String startedBy;

  @Enumerated(EnumType.STRING)
  private RunOutcome outcome = RunOutcome.RUNNING;

  private @Nullable String counts;
  private @Nullable String detail;

  /** For JPA only. */
  protected TimerRun() {
    this("", Instant.EPOCH, Instant.EPOCH, "", "");
  }

  TimerRun(String timer, Instant dueAt, Instant startedAt, String node, String startedBy) {
    this.timer = timer;
    this.dueAt = dueAt;
    this.startedAt = startedAt;
    this.node = node;
    this.startedBy = startedBy;
  }

  void end(RunOutcome how, Instant at, Map<String, Long> done, @Nullable String why) {
    if (outcome != RunOutcome.RUNNING) {
      return;
    }
    outcome = how;
    endedAt = at;
    counts = Counts.text(done);
    detail = why;
  }

  long id() {
    return java.util.Objects.requireNonNull(id);
  }

  Run view() {
    return new Run(
        timer, dueAt, startedAt, endedAt, node, startedBy, outcome, Counts.read(counts), detail);
  }
}
