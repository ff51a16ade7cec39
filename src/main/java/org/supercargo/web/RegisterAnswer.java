package org.supercargo.web;

import static jakarta.faces.application.FacesMessage.SEVERITY_ERROR;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.FieldProblem;
import org.supercargo.account.Saved;
import org.supercargo.carrier.CarrierMessage;

/**
 * What the page shows after Submit.
 *
 * @param box which box to show, empty for none
 * @param account the account that is meant, when there is one
 * @param next the page to go on to, or null to stay
 */
public record RegisterAnswer(
    String box, @Nullable Long account, String code, String text, @Nullable String next)
    implements Serializable {
  static final RegisterAnswer NONE = new RegisterAnswer("", null, "", "", null);
  static final RegisterAnswer GONE = box("gone", new CarrierMessage("", ""));

  static RegisterAnswer of(Saved saved) {
    return switch (saved) {
      case Saved.Connected done -> done(done.accountId());
      case Saved.KeptUnverified kept -> done(kept.accountId());
      case Saved.AlreadyConnected taken ->
          new RegisterAnswer("taken", taken.accountId(), "", "", null);
      case Saved.NotHeld not -> box("not-held", not.said());
      case Saved.NotEnabled not -> box("not-enabled", not.said());
      case Saved.Refused refused -> box("refused", refused.said());
      case Saved.Unavailable away -> box("unavailable", away.said());
      case Saved.NotStored not -> box("not-stored", new CarrierMessage("", ""));
      case Saved.ConsentGone gone -> GONE;
      case Saved.Invalid invalid -> {
        invalid.problems().forEach(RegisterAnswer::show);
        yield NONE;
      }
    };
  }

  private static RegisterAnswer done(long account) {
    return new RegisterAnswer(
        "", account, "", "", "/registered?faces-redirect=true&account=" + account);
  }

  private static RegisterAnswer box(String box, CarrierMessage said) {
    return new RegisterAnswer(box, null, said.code(), said.text(), null);
  }

  public CarrierMessage said() {
    return new CarrierMessage(code, text);
  }

  private static void show(FieldProblem problem) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String id = "register:" + problem.field();
    UIComponent input = faces.getViewRoot().findComponent(id);
    if (input == null || !input.isRendered()) {
      id = "register:region";
      input = faces.getViewRoot().findComponent(id);
    }
    if (input instanceof UIInput known) {
      Mistake.mark(known);
    }
    Say.at(id, SEVERITY_ERROR, key(problem), Say.words(faces).getString(label(problem.field())));
  }

  static String label(String field) {
    return "register." + (field.equals("title") ? "title.field" : field);
  }

  /** A field may have its own sentence for a problem, such as what a phone number looks like. */
  private static String key(FieldProblem problem) {
    String own = "register." + problem.field() + "." + problem.problem();
    return Say.words(FacesContext.getCurrentInstance()).containsKey(own)
        ? own
        : "register.problem." + problem.problem();
  }
}
