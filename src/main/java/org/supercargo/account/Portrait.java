package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  Timeline timeline(long id) {
    return accounts
        .find(id)
        .flatMap(CarrierAccount::grant)
        .map(grant -> timeline(tokens.view(grant)))
        .orElse(Timeline.EMPTY);
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
        grant == null ? null : grant.why());
  }

  private List<String> numbers(long grant) {
    return accounts.livingOf(grant).stream().map(CarrierAccount::number).toList();
  }

  private Timeline timeline(GrantView grant) {
    List<GrantEvent> events = tokens.timeline(grant.id(), Timeline.MOST + 1);
    boolean cut = events.size() > Timeline.MOST;
    List<Timeline.Entry> entries = new ArrayList<>();
    for (GrantEvent event : cut ? events.subList(1, events.size()) : events) {
      entries.add(new Timeline.Entry(event.at(), event.kind().name()));
    }
    Instant usedAt = grant.usedAt();
    if (usedAt != null) {
      entries.add(new Timeline.Entry(usedAt, "USED"));
    }
    entries.sort(Comparator.comparing(Timeline.Entry::at));
    return new Timeline(List.copyOf(entries), cut);
  }
}
