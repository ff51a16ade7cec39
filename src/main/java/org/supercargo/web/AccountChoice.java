package org.supercargo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.ValueHolder;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountRow;
import org.supercargo.account.Accounts;
import org.supercargo.account.AccountsAfter;
import org.supercargo.web.door.Words;

/**
 * Accounts to choose from, found by typing; and whether what a browser says was chosen can be.
 * Pages keep the id as text. A field's attribute {@code any} lets those be chosen, too, that a
 * carrier can't be asked with now; its attribute {@code none} names the words for none.
 */
@Named
@RequestScoped
public class AccountChoice implements Converter<String> {
  private static final int MOST = 25;

  /** Tells ids from numbers of accounts, which may be of digits alone. */
  private static final String ID = "#";

  private static final String NONE = "-";
  private static final String DASH = " — ";

  @Inject private Accounts accounts;
  @Inject private Words words;

  private boolean more;
  private @Nullable List<AccountRow> first;

  /** One line of the list below the field. */
  public record Offer(String value, String label) {}

  /** What is offered for a text: all for none, the present choice on top, as it is highlighted. */
  public List<Offer> offers(String typed) {
    UIComponent field = UIComponent.getCurrentComponent(FacesContext.getCurrentInstance());
    List<AccountRow> top = typed.isBlank() ? present(field) : numbered(field, typed);
    List<AccountRow> found = accounts.search(typed, !any(field), MOST + 1);
    List<AccountRow> rest = found.stream().filter(row -> !top.contains(row)).toList();
    int space = Math.max(0, MOST - top.size());
    more = rest.size() > space;
    List<Offer> offers = new ArrayList<>();
    top.forEach(row -> offers.add(offer(row)));
    if (typed.isBlank() && none(field) instanceof String key) {
      offers.add(new Offer(NONE, words.of(key)));
    }
    rest.stream().limit(space).forEach(row -> offers.add(offer(row)));
    return offers;
  }

  private static Offer offer(AccountRow row) {
    String company = row.company().equals(row.nickname()) ? "" : " · " + row.company();
    return new Offer(Long.toString(row.id()), label(row) + company);
  }

  private static String label(AccountRow row) {
    return row.number() + DASH + row.nickname();
  }

  /** Of an offer, and of the id that is chosen. */
  public String label(@Nullable Object chosen) {
    return switch (chosen) {
      case Offer offer -> offer.label();
      case String id -> row(id).map(AccountChoice::label).orElse(id);
      case null, default -> "";
    };
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent field, @Nullable String id) {
    return id == null || id.isEmpty() ? "" : id.equals(NONE) ? NONE : ID + id;
  }

  /** What was chosen, or typed and left; the present one stays although it can't be used now. */
  @Override
  public @Nullable String getAsObject(
      FacesContext faces, UIComponent field, @Nullable String text) {
    String wanted = Objects.requireNonNullElse(text, "").strip();
    if (wanted.isEmpty() || wanted.equals(NONE)) {
      return null;
    }
    AccountRow row = wanted.startsWith(ID) ? chosen(wanted.substring(1)) : meant(field, wanted);
    String id = Long.toString(row.id());
    if (!any(field) && !isUsable(row) && !id.equals(((ValueHolder) field).getValue())) {
      throw no(
          "accounts.choose.notUsable", row.number(), words.of("accounts.status." + row.status()));
    }
    return id;
  }

  private AccountRow chosen(String id) {
    return row(id).orElseThrow(() -> no("accounts.choose.unknown"));
  }

  /** The account of that number, or else the only one that is found. */
  private AccountRow meant(UIComponent field, String typed) {
    List<AccountRow> exact = living(typed.split(DASH, 2)[0]);
    List<AccountRow> found = exact.isEmpty() ? accounts.search(typed, !any(field), 2) : exact;
    if (exact.isEmpty() && found.size() != 1) {
      throw no(found.isEmpty() ? "accounts.choose.noMatch" : "accounts.choose.several", typed);
    }
    return found.stream().filter(AccountChoice::isUsable).findFirst().orElse(found.get(0));
  }

  private ConverterException no(String key, @Nullable Object... parts) {
    return new ConverterException(
        new FacesMessage(FacesMessage.SEVERITY_ERROR, words.of(key, parts), null));
  }

  private List<AccountRow> present(UIComponent field) {
    return field instanceof ValueHolder holder && holder.getValue() instanceof String id
        ? row(id).stream().toList()
        : List.of();
  }

  private List<AccountRow> numbered(UIComponent field, String typed) {
    return living(typed).stream().filter(row -> any(field) || isUsable(row)).toList();
  }

  private List<AccountRow> living(String number) {
    String exact = number.strip().toUpperCase(Locale.ROOT);
    return accounts.after(new AccountsAfter(0, null, exact, null, MOST));
  }

  private Optional<AccountRow> row(String id) {
    return Ids.of(id).flatMap(known -> accounts.of(List.of(known)).stream().findFirst());
  }

  private static boolean any(UIComponent field) {
    return "true".equals(field.getAttributes().get("any"));
  }

  private static @Nullable Object none(UIComponent field) {
    return field.getAttributes().get("none") instanceof String key && !key.isEmpty() ? key : null;
  }

  private static boolean isUsable(AccountRow row) {
    return row.oauth() && row.status().isUsable();
  }

  /** Whether a carrier can be asked with it. */
  public boolean isUsable(long id) {
    return row(Long.toString(id)).filter(AccountChoice::isUsable).isPresent();
  }

  /** The first that a carrier can be asked with, by nickname. */
  public Optional<AccountRow> first() {
    if (first == null) {
      first = accounts.search(null, true, 1);
    }
    return first.stream().findFirst();
  }

  /** Whether there is nothing to choose from. */
  public boolean isNone() {
    return first().isEmpty();
  }

  /** Whether more were found than are offered. */
  public boolean isMore() {
    return more;
  }
}
