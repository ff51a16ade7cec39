package org.supercargo.web.batch;

import static jakarta.faces.application.FacesMessage.SEVERITY_INFO;
import static jakarta.faces.application.FacesMessage.SEVERITY_WARN;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.primefaces.model.LazyDataModel;
import org.supercargo.access.Role;
import org.supercargo.shipping.batch.BatchState;
import org.supercargo.shipping.batch.BatchView;
import org.supercargo.shipping.batch.Batches;
import org.supercargo.shipping.batch.RowQuery;
import org.supercargo.shipping.batch.RowState;
import org.supercargo.shipping.batch.RowView;
import org.supercargo.web.Ids;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Words;

/** One file of shipments: what was found, how far it is, what came of it. */
@Named
@ViewScoped
public class BatchPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Batches batches;
  @Inject private CurrentPerson person;
  @Inject private Words words;

  private @Nullable String id;
  private @Nullable RowState state;
  private @Nullable BatchRows rows;

  private transient @Nullable BatchView view;

  @PostConstruct
  void open() {
    rows = new BatchRows(batches, this::query);
  }

  /** When the page is opened. */
  public void begin() throws IOException {
    Optional<BatchView> found = Ids.of(id).flatMap(batches::view);
    if (found.isEmpty()) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces.getExternalContext().responseSendError(404, "");
      faces.responseComplete();
      return;
    }
    view = found.get();
    state = view.count(RowState.WRONG) > 0 && !isStarted() ? RowState.WRONG : null;
  }

  private RowQuery query() {
    RowQuery all = RowQuery.all(number());
    return state == null ? all : all.in(EnumSet.of(state));
  }

  long number() {
    return Ids.of(id).orElseThrow();
  }

  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void start() {
    say(batches.start(number(), person.actor()), "started");
    state = null;
  }

  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void pause() {
    say(batches.pause(number(), person.actor()), "paused");
  }

  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void resume() {
    say(batches.resume(number(), person.actor()), "resumed");
  }

  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void cancel() {
    say(batches.cancel(number(), person.actor()), "cancelled");
  }

  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public @Nullable String discard() {
    boolean gone = batches.discard(number(), person.actor());
    if (gone) {
      return "/batches?faces-redirect=true";
    }
    say(false, "discarded");
    return null;
  }

  private void say(boolean done, String deed) {
    view = null;
    words.tell(done ? SEVERITY_INFO : SEVERITY_WARN, done ? "batch.done." + deed : "batch.tooLate");
  }

  /** Every two seconds while it runs; the rows are drawn anew once it has ended. */
  public void look() {
    view = null;
    if (!isUnderway()) {
      PrimeFaces.current().ajax().update("batch:table", "batch:state");
    }
  }

  /** Whether the numbers may change by themselves. */
  public boolean isUnderway() {
    BatchView now = getView();
    return now.state() == BatchState.RUNNING
        || now.state() == BatchState.CANCELLING
        || now.count(RowState.UNKNOWN) > 0;
  }

  public boolean isStarted() {
    return getView().state() != BatchState.CHECKED;
  }

  public boolean isEditor() {
    return !person.isAuditor();
  }

  public BatchView getView() {
    if (view == null) {
      view = batches.view(number()).orElseThrow();
    }
    return view;
  }

  /** The states that there are rows of. */
  public List<RowState> getStates() {
    Set<RowState> all = EnumSet.allOf(RowState.class);
    all.removeIf(one -> getView().count(one) == 0);
    return List.copyOf(all);
  }

  public @Nullable LazyDataModel<RowView> getRows() {
    return rows;
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  public @Nullable RowState getState() {
    return state;
  }

  public void setState(@Nullable RowState state) {
    this.state = state;
  }
}
