package org.supercargo.simulator.control;

import org.supercargo.simulator.state.Life;

/** Life times as they are sent in; what is left out stays as it is. */
record LivesInput(
    Long accessTokenSeconds, Long refreshTokenSeconds, Long codeSeconds, Long refreshGraceSeconds) {
  private static final long LONGEST = 1_000_000_000;

  Life over(Life now) {
    return new Life(
        pick("accessTokenSeconds", accessTokenSeconds, now.accessTokenSeconds(), 1),
        pick("refreshTokenSeconds", refreshTokenSeconds, now.refreshTokenSeconds(), 1),
        pick("codeSeconds", codeSeconds, now.codeSeconds(), 1),
        pick("refreshGraceSeconds", refreshGraceSeconds, now.refreshGraceSeconds(), 0));
  }

  private static long pick(String name, Long given, long now, long least) {
    Input.between(name, given, least, LONGEST);
    return given == null ? now : given;
  }
}
