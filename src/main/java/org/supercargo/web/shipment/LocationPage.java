package org.supercargo.web.shipment;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.account.FieldProblem;
import org.supercargo.shipping.location.LocationAnswer;
import org.supercargo.shipping.location.LocationDetails;
import org.supercargo.shipping.location.LocationView;
import org.supercargo.shipping.location.Locations;
import org.supercargo.web.Ids;
import org.supercargo.web.Mistake;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Words;

/** One location: looked at by everybody, added and changed by administrators. */
@Named
@ViewScoped
public class LocationPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/locations?faces-redirect=true";

  @Inject private Locations locations;
  @Inject private CurrentPerson person;
  @Inject private Words words;

  private final Map<String, @Nullable String> typed = new HashMap<>();
  private @Nullable String id;

  /** When the page is opened; without an id for a new one. */
  public void begin() throws IOException {
    if (id == null) {
      person.require(Role.ADMIN);
      typed.put("country", "US");
      return;
    }
    Ids.of(id).flatMap(locations::details).ifPresentOrElse(this::fill, () -> typed.clear());
    if (typed.isEmpty()) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces.getExternalContext().responseSendError(404, "");
      faces.responseComplete();
    }
  }

  private void fill(LocationDetails details) {
    typed.put("name", details.name());
    typed.put("account", details.account() == null ? null : details.account().toString());
    typed.put("company", details.company());
    typed.put("contactName", details.contactName());
    typed.put("phone", details.phone());
    typed.put("addressLine1", details.addressLine1());
    typed.put("addressLine2", details.addressLine2());
    typed.put("addressLine3", details.addressLine3());
    typed.put("city", details.city());
    typed.put("state", details.state());
    typed.put("postalCode", details.postalCode());
    typed.put("country", details.country());
  }

  /** Another country has other states. */
  public void chooseCountry() {
    typed.put("state", null);
  }

  @AllowedTo(Role.ADMIN)
  public @Nullable String keep() {
    LocationDetails details = details();
    LocationAnswer answer =
        Ids.of(id)
            .map(known -> locations.change(known, details, person.actor()))
            .orElseGet(() -> locations.add(details, person.actor()));
    return switch (answer) {
      case LocationAnswer.Kept kept -> kept();
      case LocationAnswer.Wrong(List<FieldProblem> problems) -> {
        problems.forEach(this::show);
        yield null;
      }
    };
  }

  private String kept() {
    FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    words.tell(FacesMessage.SEVERITY_INFO, "location.kept", typed.get("name"));
    return LIST;
  }

  @AllowedTo(Role.ADMIN)
  public void deactivate() {
    locations.deactivate(Ids.of(id).orElseThrow(), person.actor());
    words.tell(FacesMessage.SEVERITY_INFO, "location.deactivated", typed.get("name"));
  }

  @AllowedTo(Role.ADMIN)
  public void activate() {
    locations.activate(Ids.of(id).orElseThrow(), person.actor());
    words.tell(FacesMessage.SEVERITY_INFO, "location.activated", typed.get("name"));
  }

  private LocationDetails details() {
    return new LocationDetails(
        Reading.text(typed, "name"),
        Ids.of(typed.get("account")).orElse(null),
        Reading.text(typed, "company"),
        Reading.text(typed, "contactName"),
        Reading.text(typed, "phone"),
        Reading.text(typed, "addressLine1"),
        Reading.optional(typed, "addressLine2"),
        Reading.optional(typed, "addressLine3"),
        Reading.text(typed, "city"),
        Reading.optional(typed, "state"),
        Reading.optional(typed, "postalCode"),
        Reading.text(typed, "country"));
  }

  private void show(FieldProblem problem) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String place = "location:" + problem.field();
    UIComponent input = faces.getViewRoot().findComponent(place);
    if (input == null || !input.isRendered()) {
      place = "location:region";
      input = faces.getViewRoot().findComponent(place);
    }
    if (input instanceof UIInput known) {
      Mistake.mark(known);
    }
    words.tellAt(place, FacesMessage.SEVERITY_ERROR, key(problem));
  }

  /** A field may have its own sentence for a problem, here or as the registration has it. */
  private static String key(FieldProblem problem) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ResourceBundle bundle = faces.getApplication().getResourceBundle(faces, "msg");
    for (String stem : List.of("location.", "register.")) {
      String own = stem + problem.field() + "." + problem.problem();
      if (bundle.containsKey(own)) {
        return own;
      }
    }
    return "register.problem." + problem.problem();
  }

  /** Null for a new one. */
  public @Nullable LocationView getView() {
    return Ids.of(id).flatMap(locations::view).orElse(null);
  }

  public boolean isFixed() {
    return !person.isAdmin();
  }

  public Map<String, @Nullable String> getTyped() {
    return typed;
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }
}
