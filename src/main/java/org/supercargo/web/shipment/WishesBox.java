package org.supercargo.web.shipment;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Service;
import org.supercargo.shipping.AccountDefaults;
import org.supercargo.shipping.Shipping;
import org.supercargo.shipping.label.Sheet;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Words;

/** What an account's shipments begin with, on the account's page. */
@Named
@ViewScoped
public class WishesBox implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Shipping shipping;
  @Inject private CurrentPerson person;
  @Inject private Words words;

  private final Map<String, @Nullable String> typed = new HashMap<>();
  private final PayerForm payer = new PayerForm();
  private long account;

  /** For an account, whenever its page is shown; what was typed stays. */
  public void of(long id) {
    if (account != id) {
      account = id;
      fill(shipping.defaults(id));
    }
  }

  private void fill(AccountDefaults wishes) {
    typed.put("format", wishes.labelFormat().name());
    typed.put("stock", Integer.toString(wishes.stockInches()));
    typed.put("sheet", wishes.sheet().name());
    typed.put("packaging", wishes.packaging().name());
    typed.put("service", wishes.service());
    payer.fill(wishes.payer());
  }

  @AllowedTo(Role.ADMIN)
  public void keep() {
    Billing pays = Objects.requireNonNullElseGet(payer.billing(), Billing.Shipper::new);
    shipping.keepDefaults(
        account,
        new AccountDefaults(
            Reading.chosen(typed, "format", DocumentFormat.class, DocumentFormat.GIF),
            Reading.text(typed, "stock").equals("8") ? 8 : 6,
            Reading.chosen(typed, "sheet", Sheet.class, Sheet.LABEL),
            Reading.chosen(typed, "packaging", Packaging.class, Packaging.OWN),
            pays,
            Reading.optional(typed, "service")),
        person.actor());
    words.tell(FacesMessage.SEVERITY_INFO, "wishes.kept");
  }

  public List<DocumentFormat> getFormats() {
    return account == 0 ? List.of() : shipping.labelFormats(account).stream().sorted().toList();
  }

  /** At home and abroad, each once. */
  public List<Service> getServices() {
    if (account == 0) {
      return List.of();
    }
    String home = shipping.shipper(account).address().country();
    List<Service> all = new ArrayList<>(shipping.services(account, home, home));
    shipping.services(account, home, home.equals("US") ? "DE" : "US").stream()
        .filter(service -> all.stream().noneMatch(one -> one.code().equals(service.code())))
        .forEach(all::add);
    return all;
  }

  public Map<String, @Nullable String> getTyped() {
    return typed;
  }

  public PayerForm getPayer() {
    return payer;
  }
}
