package org.supercargo.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.supercargo.account.AccountStatus;
import org.supercargo.custody.KeyState;
import org.supercargo.timer.RunOutcome;

/** Colour and icon of a status; the word beside it comes from the bundle. */
@Named
@ApplicationScoped
public class Badges {
  public String severity(AccountStatus status) {
    return switch (status) {
      case CONNECTED -> "success";
      case EXPIRING, NOT_VERIFIED, UNCERTAIN, NEEDS_ATTENTION -> "warning";
      case EXPIRED, NEEDS_CONSENT -> "danger";
      case NO_OAUTH, DELETED -> "secondary";
    };
  }

  public String icon(AccountStatus status) {
    return switch (status) {
      case CONNECTED -> "pi pi-check-circle";
      case EXPIRING -> "pi pi-hourglass";
      case EXPIRED -> "pi pi-times-circle";
      case NOT_VERIFIED -> "pi pi-question-circle";
      case UNCERTAIN -> "pi pi-question-circle";
      case NEEDS_ATTENTION, NEEDS_CONSENT -> "pi pi-exclamation-triangle";
      case NO_OAUTH -> "pi pi-minus-circle";
      case DELETED -> "pi pi-trash";
    };
  }

  public String severityOfKey(KeyState state) {
    return switch (state) {
      case SPREADING -> "info";
      case SEALING -> "success";
      case OPENING -> "warning";
      case RETIRED -> "secondary";
    };
  }

  public String iconOfKey(KeyState state) {
    return switch (state) {
      case SPREADING -> "pi pi-share-alt";
      case SEALING -> "pi pi-lock";
      case OPENING -> "pi pi-lock-open";
      case RETIRED -> "pi pi-ban";
    };
  }

  public String severityOf(RunOutcome outcome) {
    return switch (outcome) {
      case RUNNING -> "info";
      case DONE -> "success";
      case FAILED -> "danger";
      case ABANDONED -> "warning";
    };
  }

  public String iconOf(RunOutcome outcome) {
    return switch (outcome) {
      case RUNNING -> "pi pi-spinner";
      case DONE -> "pi pi-check-circle";
      case FAILED -> "pi pi-times-circle";
      case ABANDONED -> "pi pi-exclamation-triangle";
    };
  }
}
