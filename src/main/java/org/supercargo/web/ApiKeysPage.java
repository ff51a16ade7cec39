package org.supercargo.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.LazyDataModel;
import org.supercargo.access.key.ApiKeyView;
import org.supercargo.access.key.ApiKeys;
import org.supercargo.access.key.Scope;
import org.supercargo.account.Accounts;
import org.supercargo.web.door.Words;

/** The keys of programs: the list. What is done to one of them is {@link ApiKeyBox}. */
@Named
@ViewScoped
public class ApiKeysPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ApiKeys keys;
  @Inject private Accounts accounts;
  @Inject private Words words;
  @Inject private Clock clock;

  private @Nullable ApiKeyRows rows;
  private @Nullable String search;

  @PostConstruct
  void open() {
    rows = new ApiKeyRows(keys, accounts, this);
  }

  /** ACTIVE, EXPIRED or REVOKED. */
  public String state(ApiKeyView key) {
    return key.state(clock.instant());
  }

  public String scopesOf(ApiKeyView key) {
    return key.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(", "));
  }

  public String accountsOf(ApiKeyView key) {
    Set<Long> only = key.accounts();
    return only == null
        ? words.of("api-keys.accounts.all")
        : Objects.requireNonNull(rows).numbersOf(only);
  }

  public @Nullable LazyDataModel<ApiKeyView> getRows() {
    return rows;
  }

  public Scope[] getScopes() {
    return Scope.values();
  }

  public @Nullable String getSearch() {
    return search;
  }

  public void setSearch(@Nullable String search) {
    this.search = search;
  }
}
