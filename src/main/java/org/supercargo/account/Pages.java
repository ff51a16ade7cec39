package org.supercargo.account;

import org.supercargo.token.Forecast;
import org.supercargo.token.Tokens;

/** Hands out what ends soon, page by page, each page to one. */
class Pages {
  private final Tokens tokens;
  private final int most;
  private Forecast last = Forecast.START;

  Pages(Tokens tokens, int most) {
    this.tokens = tokens;
    this.most = most;
  }

  synchronized Forecast next() {
    if (!last.isOver()) {
      last = tokens.forecast(last, most);
    }
    return last;
  }
}
