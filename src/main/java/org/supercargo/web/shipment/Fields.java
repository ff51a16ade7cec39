package org.supercargo.web.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectOne;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.web.Mistake;
import org.supercargo.web.door.Words;

/** Shows at each field of a page what is wrong with it. */
@ApplicationScoped
class Fields {
  @Inject Words words;

  void show(List<OrderProblem> problems) {
    words.tell(FacesMessage.SEVERITY_ERROR, "ship.wrong", problems.size());
    problems.forEach(this::show);
  }

  private void show(OrderProblem problem) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String place = shown(place(problem.field()));
    if (place.isEmpty()) {
      String field = new FieldNames(words::of).of(problem.field());
      String named = words.of("ship.problem.elsewhere", field, problem.words());
      faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, named, null));
      return;
    }
    if (input(place) instanceof UIInput known && !place.matches(".*:\\d+:.*")) {
      Mistake.mark(known);
    }
    boolean unchosen =
        input(place) instanceof UISelectOne list
            && Objects.requireNonNullElse(list.getValue(), "").equals("");
    String said =
        words.of("ship.problem.here", unchosen ? words.of("ship.problem.choose") : problem.words());
    faces.addMessage(place, new FacesMessage(FacesMessage.SEVERITY_ERROR, said, null));
  }

  /** A state is chosen from a list or typed as a region, as its country has it. */
  private static String shown(String place) {
    String region = place.replaceFirst(":state$", ":region");
    return isShown(input(place)) ? place : isShown(input(region)) ? region : "";
  }

  private static boolean isShown(@Nullable UIComponent input) {
    return input != null
        && Stream.iterate(input, Objects::nonNull, UIComponent::getParent)
            .allMatch(UIComponent::isRendered);
  }

  private static @Nullable UIComponent input(String place) {
    return place.isEmpty()
        ? null
        : FacesContext.getCurrentInstance()
            .getViewRoot()
            .findComponent(place.replaceAll(":\\d+:", ":"));
  }

  /** Where on the page the records' field is typed; empty when it is nowhere. */
  static String place(String field) {
    for (Place place : Place.values()) {
      String found = place.of(field);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }
}
