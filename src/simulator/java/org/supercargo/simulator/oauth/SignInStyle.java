package org.supercargo.simulator.oauth;

import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Operation;
import org.supercargo.simulator.http.Request;

/**
 * The stylesheet of the log-in pages: a file of its own, so that the pages need no inline style.
 */
public final class SignInStyle implements Operation {
  private static final String CSS =
      """
      :root { color-scheme: light dark; --ink: #2b1d0e; --paper: #fff; --ground: #f4f1ec; --line: #857b70;
        --main: #5c3d1e; --on-main: #fff; --bad: #a40000; }
      @media (prefers-color-scheme: dark) { :root { --ink: #f3ece3; --paper: #2a2118; --ground: #1b150f;
        --line: #a2968a; --main: #f0b323; --on-main: #1b150f; --bad: #ff9c92; } }
      * { box-sizing: border-box; }
      body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink);
        font: 1rem/1.5 system-ui, sans-serif; }
      header { padding: .75rem 1.25rem; background: #351c15; color: #ffc72c; }
      header span { color: #fff; }
      main { max-width: 26rem; margin: 8vh auto 0; padding: 1.5rem 1.75rem 2rem; background: var(--paper);
        border-radius: .5rem; box-shadow: 0 1px 6px #0003; }
      h1 { margin: 0; font-size: 1.5rem; }
      main > p:first-of-type { margin-top: .25rem; }
      label { display: block; margin: 1rem 0 .4rem; font-weight: 600; }
      input:not([type=checkbox]) { width: 100%; padding: .6rem .7rem; font: inherit; color: inherit;
        background: transparent; border: 1px solid var(--line); border-radius: .3rem; }
      input[readonly] { border-style: dashed; }
      .agree { display: flex; gap: .6rem; align-items: center; }
      .agree label { margin: 0; font-weight: 400; }
      .agree input { width: 1.25rem; height: 1.25rem; }
      button { width: 100%; margin-top: 1rem; padding: .7rem; font: inherit; font-weight: 600; cursor: pointer;
        color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 2rem; }
      button.main { color: var(--on-main); background: var(--main); border-color: var(--main); }
      :focus-visible { outline: 3px solid #2a7de1; outline-offset: 2px; }
      .error { color: var(--bad); font-weight: 600; }
      @media (max-width: 30rem) { main { margin-top: 0; border-radius: 0; } }
      """;

  @Override
  public String name() {
    return "style";
  }

  @Override
  public boolean allows(String method) {
    return method.equals("GET");
  }

  @Override
  public boolean isAt(String path) {
    return path.equals("/lasso/signin.css");
  }

  @Override
  public Answer answer(Request request) {
    return Answer.of(200).with("Content-Type", "text/css;charset=UTF-8").saying(CSS);
  }
}
