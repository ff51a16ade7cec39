package org.supercargo.carrier.ups;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supercargo.carrier.Advice;
import org.supercargo.carrier.CarrierAdvice;
import org.supercargo.carrier.CarrierMessage;

/**
 * UPS's codes in words, out of {@code catalogue.json} beside this class. UPS publishes no list: it
 * is made of recordings and the table of the older services.
 */
@ApplicationScoped
class UpsAdvice implements CarrierAdvice {
  private static final Map<String, Advice> CATALOGUE =
      read().stream()
          .map(Entry::advice)
          .collect(Collectors.toUnmodifiableMap(Advice::code, Function.identity()));

  /** A line of the file. */
  private record Entry(
      String code, String what, String why, String todo, Advice.Who who, boolean retryHelps) {
    Advice advice() {
      return new Advice(code, what, why, todo, who, retryHelps, true);
    }
  }

  @Override
  public String carrier() {
    return "UPS";
  }

  @Override
  public Advice explain(CarrierMessage said) {
    Advice known = CATALOGUE.get(said.code());
    return known == null ? unknown(said) : known;
  }

  @Override
  public boolean blamesTheAccount(CarrierMessage said) {
    return UpsErrors.blamesTheAccount(said);
  }

  @Override
  public List<Advice> all() {
    return CATALOGUE.values().stream().sorted((a, b) -> a.code().compareTo(b.code())).toList();
  }

  private static Advice unknown(CarrierMessage said) {
    String what = said.text().isBlank() ? "UPS said nothing that can be read." : said.text();
    boolean coded = !said.code().isEmpty();
    return new Advice(
        said.code(),
        what,
        coded
            ? "These are UPS's own words; the catalogue does not know this code."
            : "UPS gave no code that would tell more.",
        coded
            ? "Do what UPS says; if that does not help, look into the wire log and ask UPS."
            : "Look into the wire log when it stays like this.",
        Advice.Who.SHIPPER,
        false,
        false);
  }

  private static List<Entry> read() {
    try (InputStream in =
        Objects.requireNonNull(
            UpsAdvice.class.getResourceAsStream("catalogue.json"), "catalogue.json")) {
      return JsonMapper.builder().build().readValue(in, new TypeReference<List<Entry>>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
