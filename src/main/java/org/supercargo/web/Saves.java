package org.supercargo.web;

import static jakarta.faces.application.FacesMessage.SEVERITY_ERROR;
import static jakarta.faces.application.FacesMessage.SEVERITY_INFO;
import static jakarta.faces.application.FacesMessage.SEVERITY_WARN;

import org.supercargo.account.Saved;

/** Says what asking the carrier about a known account has brought. */
final class Saves {
  private Saves() {}

  static void say(Saved saved) {
    switch (saved) {
      case Saved.Connected connected -> Say.it(SEVERITY_INFO, "verify.Connected");
      case Saved.AlreadyConnected connected -> Say.it(SEVERITY_INFO, "verify.Connected");
      case Saved.KeptUnverified kept -> Say.with(kept.said(), SEVERITY_WARN, "verify.still");
      case Saved.Unavailable away -> Say.with(away.said(), SEVERITY_WARN, "verify.still");
      case Saved.NotHeld not -> Say.with(not.said(), SEVERITY_ERROR, "verify.NotHeld");
      case Saved.NotEnabled not -> Say.with(not.said(), SEVERITY_ERROR, "verify.NotEnabled");
      case Saved.Refused refused -> Say.with(refused.said(), SEVERITY_ERROR, "verify.Refused");
      case Saved.NotStored not -> Say.it(SEVERITY_ERROR, "verify.NotStored");
      case Saved.ConsentGone gone -> Say.it(SEVERITY_ERROR, "verify.ConsentGone");
      case Saved.Invalid invalid -> Say.it(SEVERITY_ERROR, "verify.Invalid");
    }
  }
}
