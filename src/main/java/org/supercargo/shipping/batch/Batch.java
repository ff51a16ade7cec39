package org.supercargo.shipping.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.DocumentFormat;

/** One file of shipments. Which state may follow which is decided here. */
@Entity
@Table(name = "shipment_batch")
class Batch {
  private static final int LONGEST_NAME = 200;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String mark = "";
  private String name = "";
  private String owner = "";
  private String checksum = "";

  @Enumerated(EnumType.STRING)
  @Column(name = "label_format")
  private DocumentFormat labelFormat = DocumentFormat.GIF;

  @Enumerated(EnumType.STRING)
  private BatchState state = BatchState.CHECKED;

  private int total;

  @Column(name = "said_code")
  private @Nullable String saidCode;

  @Column(name = "said_text")
  private @Nullable String saidText;

  @Column(name = "retry_at")
  private @Nullable Instant retryAt;

  @Column(name = "uploaded_at")
  private Instant uploadedAt = Instant.EPOCH;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "forgotten_at")
  private @Nullable Instant forgottenAt;

  @Column(name = "held_until")
  private @Nullable Instant heldUntil;

  private long fence;
  @Version private long version;

  /** For JPA only. */
  protected Batch() {}

  Batch(Upload upload, String owner, String checksum, int total, Instant now) {
    this.mark = "batch-" + UUID.randomUUID().toString().replace("-", "");
    this.name = upload.name().substring(0, Math.min(upload.name().length(), LONGEST_NAME)).strip();
    this.owner = owner;
    this.checksum = checksum;
    this.labelFormat = upload.labels();
    this.total = total;
    this.uploadedAt = now;
  }

  long id() {
    return id;
  }

  String owner() {
    return owner;
  }

  String mark() {
    return mark;
  }

  String checksum() {
    return checksum;
  }

  BatchState state() {
    return state;
  }

  /** How the audit trail names it. */
  String subject() {
    return "batch " + id + " " + name;
  }

  boolean start(Instant now) {
    if (state != BatchState.CHECKED) {
      return false;
    }
    startedAt = now;
    return goOn(BatchState.RUNNING);
  }

  boolean pause() {
    if (state != BatchState.RUNNING) {
      return false;
    }
    state = BatchState.PAUSED;
    retryAt = null;
    return true;
  }

  /** Stops by itself, until somebody has seen why. */
  boolean halt(CarrierMessage said) {
    boolean paused = pause();
    if (paused) {
      hear(said);
    }
    return paused;
  }

  boolean resume() {
    return state == BatchState.PAUSED && goOn(BatchState.RUNNING);
  }

  boolean cancel() {
    return (state == BatchState.RUNNING || state == BatchState.PAUSED)
        && goOn(BatchState.CANCELLING);
  }

  /** Whoever holds it may have to be waited for, else it is free to be taken up at once. */
  private boolean goOn(BatchState next) {
    state = next;
    saidCode = null;
    saidText = null;
    retryAt = null;
    return true;
  }

  void end(Instant now) {
    goOn(BatchState.DONE);
    endedAt = now;
    heldUntil = null;
  }

  /** The addresses of its rows are gone. */
  void forget(Instant now) {
    forgottenAt = now;
  }

  /** The carrier is away, or wants to be asked less: it is tried again by itself. */
  void rest(CarrierMessage said, Instant until) {
    hear(said);
    retryAt = until;
  }

  void wakeUp() {
    if (retryAt != null) {
      goOn(state);
    }
  }

  private void hear(CarrierMessage said) {
    saidCode = cut(said.code(), 20);
    saidText = cut(said.text(), 500);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** A node takes it up. Answers the new fence. */
  long hold(Instant until) {
    heldUntil = until;
    return ++fence;
  }

  boolean isOf(long holder) {
    return fence == holder;
  }

  void prolong(Instant until) {
    heldUntil = until;
  }

  void release() {
    heldUntil = null;
  }

  BatchView view(Map<RowState, Long> counts, @Nullable Long twin) {
    String text = saidText;
    String code = saidCode;
    return new BatchView(
        id,
        name,
        owner,
        labelFormat,
        state,
        total,
        counts,
        text == null || code == null ? null : new CarrierMessage(code, text),
        retryAt,
        uploadedAt,
        startedAt,
        endedAt,
        forgottenAt,
        twin);
  }
}
