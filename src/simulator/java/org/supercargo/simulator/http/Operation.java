package org.supercargo.simulator.http;

/** One call of the simulated UPS. The name is what the control interface calls it. */
public interface Operation {
  String name();

  /** The only method it answers; sign-in pages answer two. */
  boolean allows(String method);

  boolean isAt(String path);

  Answer answer(Request request);
}
