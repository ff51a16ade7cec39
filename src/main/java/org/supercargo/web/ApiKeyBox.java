package org.supercargo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.supercargo.access.Role;
import org.supercargo.access.key.ApiKeyAnswer;
import org.supercargo.access.key.ApiKeyAnswer.Made;
import org.supercargo.access.key.ApiKeyAnswer.Reason;
import org.supercargo.access.key.ApiKeyView;
import org.supercargo.access.key.ApiKeys;
import org.supercargo.access.key.NewApiKey;
import org.supercargo.access.key.Scope;
import org.supercargo.account.AccountRow;
import org.supercargo.account.Accounts;
import org.supercargo.account.AccountsAfter;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Words;

/**
 * The boxes in which keys are made and revoked. It lives for one request, so that a key made here
 * is on one page and in no session.
 */
@Named
@RequestScoped
public class ApiKeyBox {
  private static final int A_YEAR = 365;

  @Inject private ApiKeys keys;
  @Inject private Accounts accounts;
  @Inject private CurrentPerson person;
  @Inject private Settings settings;
  @Inject private Words words;
  @Inject private Clock clock;

  private long id;
  private @Nullable String name;
  private Scope[] scopes = {};
  private @Nullable String numbers;
  private int days = A_YEAR;
  private @Nullable Integer perMinute;
  private @Nullable Made made;

  /** To look and not to buy, unless more is ticked. */
  @AllowedTo(Role.ADMIN)
  public void begin() {
    scopes = new Scope[] {Scope.ACCOUNTS_READ, Scope.RATES};
    perMinute = settings.get(Keys.API_REQUESTS);
  }

  @AllowedTo(Role.ADMIN)
  public void make() {
    Set<Long> only = new HashSet<>();
    for (String number : typedNumbers()) {
      Optional<Long> found = account(number);
      if (found.isEmpty()) {
        refuse("making:numbers", Reason.NO_ACCOUNT, number);
        return;
      }
      only.add(found.get());
    }
    say(keys.make(wanted(only), person.actor()));
  }

  /** Fills the box that is about to open. */
  @AllowedTo(Role.ADMIN)
  public void ask(ApiKeyView about) {
    id = about.id();
    name = about.name();
  }

  @AllowedTo(Role.ADMIN)
  public void revoke() {
    boolean done = keys.revoke(id, person.actor());
    String key = done ? "api-keys.revoked" : "api-keys.notRevoked";
    words.tell(done ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_WARN, key, name);
  }

  private NewApiKey wanted(Set<Long> only) {
    Set<Scope> ticked = EnumSet.noneOf(Scope.class);
    ticked.addAll(Arrays.asList(scopes));
    Instant end = days <= 0 ? null : clock.instant().plus(Duration.ofDays(days));
    return new NewApiKey(
        Objects.requireNonNullElse(name, "").strip(),
        ticked,
        typedNumbers().isEmpty() ? null : only,
        end,
        Objects.requireNonNullElse(perMinute, 0));
  }

  private List<String> typedNumbers() {
    return Arrays.stream(Objects.requireNonNullElse(numbers, "").split("[\\s,;]+"))
        .filter(number -> !number.isEmpty())
        .map(number -> number.toUpperCase(Locale.ROOT))
        .toList();
  }

  private Optional<Long> account(String number) {
    return accounts.after(new AccountsAfter(0, null, number, null, 1)).stream()
        .findFirst()
        .map(AccountRow::id);
  }

  private void say(ApiKeyAnswer answer) {
    switch (answer) {
      case Made done -> {
        made = done;
        PrimeFaces.current().executeScript("PF('handed').show()");
      }
      case ApiKeyAnswer.NotMade(Reason reason) -> refuse(field(reason), reason, "");
    }
  }

  private void refuse(String field, Reason reason, String what) {
    words.tellAt(field, FacesMessage.SEVERITY_ERROR, "api-keys." + reason, what);
    FacesContext.getCurrentInstance().validationFailed();
  }

  private static String field(Reason reason) {
    return switch (reason) {
      case NAME_NOT_ALLOWED, NAME_TAKEN -> "making:name";
      case NO_SCOPE -> "making:scopes";
      case NO_ACCOUNT -> "making:numbers";
      case EXPIRY_PAST -> "making:days";
      case PER_MINUTE_OUT_OF_RANGE -> "making:per-minute";
    };
  }

  public @Nullable Made getMade() {
    return made;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public Scope[] getScopes() {
    return scopes.clone();
  }

  public void setScopes(Scope[] scopes) {
    this.scopes = scopes.clone();
  }

  public @Nullable String getNumbers() {
    return numbers;
  }

  public void setNumbers(@Nullable String numbers) {
    this.numbers = numbers;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }

  public @Nullable Integer getPerMinute() {
    return perMinute;
  }

  public void setPerMinute(@Nullable Integer perMinute) {
    this.perMinute = perMinute;
  }
}
