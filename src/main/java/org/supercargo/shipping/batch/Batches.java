package org.supercargo.shipping.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.supercargo.audit.Actor;
import org.supercargo.shipping.label.Packed;
import org.supercargo.shipping.label.Sheet;

/**
 * Files of shipments. They are made in the background by whichever node is there; each row once,
 * whatever crashes. One that never was is a {@link java.util.NoSuchElementException}.
 */
@ApplicationScoped
public class Batches {
  /** How many rows a file may have. */
  public static final int MOST_ROWS = 10_000;

  /** How big a file may be, in bytes. */
  public static final int LARGEST = 20 * 1024 * 1024;

  @Inject Check check;
  @Inject BatchSteps steps;
  @Inject Ledger ledger;
  @Inject Reading reading;
  @Inject RunSteps running;
  @Inject Prints prints;

  /**
   * Reads and checks all rows, and keeps them. Sends nothing and asks no carrier.
   *
   * @param content CSV, see {@link Column}
   */
  public Uploaded upload(Upload upload, byte[] content, Actor who) {
    if (content.length > LARGEST) {
      return new Uploaded.Unreadable("The file is bigger than 20 MB. Split it.");
    }
    return switch (CsvText.read(content, MOST_ROWS)) {
      case CsvText.Read.Unreadable(String words) -> new Uploaded.Unreadable(words);
      case CsvText.Read.Rows rows -> {
        List<Checked> checked = check.rows(rows, upload);
        yield new Uploaded.Kept(steps.keep(upload, Packed.checksum(content), checked, who));
      }
    };
  }

  /**
   * Lets the rows be made that are right; the others are left out. False when it was started or
   * discarded before.
   */
  public boolean start(long batch, Actor who) {
    return steps.start(batch, who);
  }

  /** No further row is begun. What is under way ends. */
  public boolean pause(long batch, Actor who) {
    return steps.pause(batch, who);
  }

  public boolean resume(long batch, Actor who) {
    return steps.resume(batch, who);
  }

  /** Ends it for good: rows that were not begun never are. What was made stays. */
  public boolean cancel(long batch, Actor who) {
    return steps.cancel(batch, who);
  }

  /** Forgets one that was never started. False when it was. */
  public boolean discard(long batch, Actor who) {
    return steps.discard(batch, who);
  }

  /** Newest first. */
  public List<BatchView> list(int first, int most) {
    return ledger.list(first, most);
  }

  public long count() {
    return ledger.count();
  }

  public Optional<BatchView> view(long batch) {
    return ledger.view(batch);
  }

  public List<RowView> rows(RowQuery query) {
    return ledger.rows(query);
  }

  /** How many rows the query has without its page. */
  public long count(RowQuery query) {
    return ledger.count(query);
  }

  /** Hands over all rows of the query, ignoring its page, a few at a time: for exports. */
  public void each(RowQuery query, Consumer<RowView> row) {
    reading.each(query, row);
  }

  /**
   * Writes the labels of what was made, in the order of the file: as one PDF, or one program for a
   * printer. Where a label can't be had there is a sheet that says so. Labels that are missing are
   * asked of the carrier.
   *
   * @param query which rows; those without a shipment in force are left out
   * @param sheet for pictures; a printer's language goes by its own paper
   */
  @Transactional(Transactional.TxType.NEVER)
  public void writeLabels(RowQuery query, Sheet sheet, OutputStream out, Actor who) {
    prints.write(query, sheet, out, who);
  }
}
