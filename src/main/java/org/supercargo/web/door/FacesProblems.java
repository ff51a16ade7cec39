package org.supercargo.web.door;

import jakarta.el.ELException;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Iterator;
import org.primefaces.csp.CspException;

/** Translates what a Faces page throws: into 403, the page anew, or a logged 500. */
public class FacesProblems extends ExceptionHandlerFactory {
  public FacesProblems(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Translation(getWrapped().getExceptionHandler());
  }

  private static class Translation extends ExceptionHandlerWrapper {
    Translation(ExceptionHandler wrapped) {
      super(wrapped);
    }

    @Override
    public void handle() {
      Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
      if (events.hasNext()) {
        answer(events.next().getContext().getException());
        removeAll();
      }
      getWrapped().handle();
    }

    private void removeAll() {
      Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
      while (events.hasNext()) {
        events.next();
        events.remove();
      }
    }

    private void answer(Throwable thrown) {
      FacesContext faces = FacesContext.getCurrentInstance();
      ExternalContext external = faces.getExternalContext();
      try {
        switch (cause(thrown)) {
          case ViewExpiredException expired -> anew(external, expired.getViewId());
          case Forbidden refused ->
              external.responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
          // A form that this session was never given; PrimeFaces checks its nonce.
          case CspException foreign ->
              external.responseSendError(HttpServletResponse.SC_BAD_REQUEST, null);
          case Throwable unexpected -> fail(external, unexpected);
        }
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
      faces.responseComplete();
    }

    private static void fail(ExternalContext external, Throwable cause) throws IOException {
      Problem.reference((HttpServletRequest) external.getRequest(), cause);
      external.responseSendError(Problem.status(cause), null);
    }

    private static void anew(ExternalContext external, String view) throws IOException {
      String page = view.replaceFirst("\\.xhtml$", "");
      external.redirect(external.getRequestContextPath() + page + "?expired=true");
    }

    private static Throwable cause(Throwable thrown) {
      Throwable cause = thrown;
      while (cause.getCause() != null
          && !(cause instanceof ViewExpiredException)
          && !(cause instanceof Forbidden)
          && (cause instanceof FacesException
              || cause instanceof ELException
              || cause instanceof InvocationTargetException)) {
        cause = cause.getCause();
      }
      return cause;
    }
  }
}
