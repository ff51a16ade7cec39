package org.supercargo.demo;

/** Where the two programs are reached, as told to them and to people. */
final class Addresses {
  private Addresses() {}

  static String application(Options options) {
    return "http://localhost:" + options.port();
  }

  static String signIn(Options options) {
    return application(options) + "/sign-in";
  }

  static String readiness(Options options) {
    return application(options) + "/health/ready";
  }

  static String simulator(Options options) {
    return "http://127.0.0.1:" + options.upsPort();
  }

  static String logIns(Options options) {
    return simulator(options) + "/control/users";
  }

  static String redirect(Options options) {
    return application(options) + "/connect/ups/callback";
  }
}
