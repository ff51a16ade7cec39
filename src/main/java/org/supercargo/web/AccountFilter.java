package org.supercargo.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountQuery;
import org.supercargo.account.AccountStatus;

/** What the table, its count and its export let through: the boxes above it and its columns'. */
public class AccountFilter implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable String search;
  private @Nullable AccountStatus status;
  private @Nullable Boolean oauth;
  private @Nullable String number;
  private @Nullable String nickname;
  private @Nullable String company;
  private @Nullable String connectedBy;

  static @Nullable String entered(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  void columns(
      @Nullable String number,
      @Nullable String nickname,
      @Nullable String company,
      @Nullable String connectedBy) {
    this.number = number;
    this.nickname = nickname;
    this.company = company;
    this.connectedBy = connectedBy;
  }

  AccountQuery query(AccountQuery.Sort sort, boolean descending, int first, int size) {
    return new AccountQuery(
        search,
        number,
        nickname,
        company,
        connectedBy,
        oauth,
        status,
        sort,
        descending,
        first,
        size);
  }

  AccountQuery all() {
    return query(AccountQuery.Sort.NUMBER, false, 0, 0);
  }

  public boolean isActive() {
    return !all().equals(new AccountFilter().all());
  }

  public @Nullable String getSearch() {
    return search;
  }

  public void setSearch(@Nullable String search) {
    this.search = entered(search);
  }

  public @Nullable AccountStatus getStatus() {
    return status;
  }

  public void setStatus(@Nullable AccountStatus status) {
    this.status = status;
  }

  public @Nullable Boolean getOauth() {
    return oauth;
  }

  public void setOauth(@Nullable Boolean oauth) {
    this.oauth = oauth;
  }
}
