package org.supercargo.simulator.state;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;

/** Prepared answers, first come first served for each operation. */
public final class PreparedAnswers {
  private final List<PreparedAnswer> pending = new LinkedList<>();

  public synchronized void addAll(List<PreparedAnswer> answers) {
    pending.addAll(answers);
  }

  public synchronized Optional<PreparedAnswer> take(String operation) {
    for (ListIterator<PreparedAnswer> it = pending.listIterator(); it.hasNext(); ) {
      PreparedAnswer answer = it.next();
      if (answer.operation().equals(operation)) {
        if (answer.times() == 1) {
          it.remove();
        } else {
          it.set(answer.left(answer.times() - 1));
        }
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }

  public synchronized List<PreparedAnswer> pending() {
    return new ArrayList<>(pending);
  }

  public synchronized void clear() {
    pending.clear();
  }
}
