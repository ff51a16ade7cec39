package org.supercargo.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.supercargo.carrier.Advice;
import org.supercargo.carrier.CarrierAdvice;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierMessage;

/** Translates everything that is thrown below {@code /api} into a problem document. */
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
  static final MediaType PROBLEM = new MediaType("application", "problem+json");
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
  private static final Duration BREATH = Duration.ofSeconds(5);

  @Inject @Any private Instance<CarrierAdvice> catalogues;
  @Inject private Clock clock;
  @Context private UriInfo uri;

  @Override
  public Response toResponse(Throwable thrown) {
    return switch (thrown) {
      case Refusal refusal -> answer(refusal);
      case CarrierException carrier -> answer(Refusal.of(carrier, clock.instant()));
      case WebApplicationException known -> known(known);
      case ProcessingException header when header.getCause() instanceof ParseException ->
          answer(Refusal.malformed("A header can't be read."));
      case Throwable unexpected -> unexpected(unexpected);
    };
  }

  private Response answer(Refusal refusal) {
    ResponseBuilder response = builder(advised(refusal.problem()));
    refusal.headers().forEach(response::header);
    return response.build();
  }

  /** With the carrier's catalogue: what it means, and what to do. */
  private Problem advised(Problem problem) {
    CarrierJson said = problem.carrier();
    if (said == null) {
      return problem;
    }
    CarrierMessage message = new CarrierMessage(said.code(), said.text());
    return catalogues.stream()
        .map(catalogue -> catalogue.explain(message))
        .filter(Advice::known)
        .findFirst()
        .map(advice -> problem.saidBy(said.with(advice)))
        .orElse(problem);
  }

  /** What the server itself says: no such path, another method, another media type. */
  private Response known(WebApplicationException known) {
    Response said = known.getResponse();
    if (said.getStatus() < 400) {
      return said;
    }
    Kind kind = Kind.of(said.getStatus()).orElse(said.getStatus() < 500 ? Kind.MALFORMED : null);
    if (kind == null || kind == Kind.FAILED) {
      return unexpected(known);
    }
    ResponseBuilder response = builder(Problem.of(kind, null));
    Object allowed = said.getHeaders().getFirst(HttpHeaders.ALLOW);
    if (allowed != null) {
      response.header(HttpHeaders.ALLOW, allowed);
    }
    return response.build();
  }

  private Response unexpected(Throwable thrown) {
    String reference = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, thrown, () -> "Problem " + reference + " at " + path());
    boolean passes = passes(thrown);
    Problem problem =
        Problem.of(
            passes ? Kind.UNAVAILABLE : Kind.FAILED,
            passes
                ? "The database can't be asked at the moment."
                : "It is not your request. The reference finds it in the log.");
    ResponseBuilder response = builder(problem.underReference(reference));
    return passes
        ? response.header(HttpHeaders.RETRY_AFTER, BREATH.toSeconds()).build()
        : response.build();
  }

  /** The database is away, or busy. What it does not understand, it won't tomorrow either. */
  private static boolean passes(Throwable thrown) {
    List<Throwable> causes =
        Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(50).toList();
    return causes.stream().anyMatch(cause -> cause instanceof PersistenceException)
        && causes.stream().noneMatch(ProblemMapper::isOurMistake);
  }

  /** By the classes of SQL's own: no such table or column, wrong data, more rows than wanted. */
  private static boolean isOurMistake(Throwable cause) {
    return cause instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().matches("(21|22|42)...");
  }

  private ResponseBuilder builder(Problem problem) {
    return Response.status(problem.status()).type(PROBLEM).entity(problem.at(path()));
  }

  /** The path alone: a query may carry what belongs into no log. */
  private String path() {
    return uri.getRequestUri().getRawPath().replaceAll("[^\\x21-\\x7e]", "?");
  }
}
