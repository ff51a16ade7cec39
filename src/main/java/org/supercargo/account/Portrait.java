package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountView.TimelineEntry;
import org.supercargo.token.GrantEvent;
import org.supercargo.token.GrantView;
import org.supercargo.token.Tokens;

/** Everything that may be seen of one account. */
@ApplicationScoped
@Transactional
class Portrait {
  @Inject AccountRows accounts;
  @Inject AccountList list;
  @Inject Tokens tokens;

  Optional<AccountView> of(long id) {
    return accounts.find(id).flatMap(account -> list.row(id).map(row -> view(account, row)));
  }

  private AccountView view(CarrierAccount account, AccountRow row) {
    GrantView grant = account.grant().map(tokens::view).orElse(null);
    List<String> siblings =
        account.isLiving() ? account.grant().map(this::numbers).orElseGet(List::of) : List.of();
    return account.view(
        row,
        siblings.stream().filter(number -> !number.equals(account.number())).toList(),
        grant == null ? null : grant.issuedAt(),
        grant == null ? null : grant.diesAt(),
        grant == null ? null : grant.why(),
        timeline(grant));
  }

  private List<String> numbers(long grant) {
    return accounts.livingOf(grant).stream().map(CarrierAccount::number).toList();
  }

  private List<TimelineEntry> timeline(@Nullable GrantView grant) {
    if (grant == null) {
      return List.of();
    }
    List<TimelineEntry> entries = new ArrayList<>();
    for (GrantEvent event : tokens.timeline(grant.id())) {
      entries.add(new TimelineEntry(event.at(), event.kind().name()));
    }
    Instant usedAt = grant.usedAt();
    if (usedAt != null) {
      entries.add(new TimelineEntry(usedAt, "USED"));
    }
    entries.sort(Comparator.comparing(TimelineEntry::at));
    return List.copyOf(entries);
  }
}
