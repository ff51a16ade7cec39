package org.supercargo.web.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNamesTest {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.supercargo.web.messages", Locale.ENGLISH);

  /** What checks name, alone or behind what they were given. */
  private static final Pattern NAMED =
      Pattern.compile("\"([a-z][A-Za-z]*(?:\\[(?:%d|\\d+)\\])?(?:\\.[A-Za-z.]+(?:\\[%d\\])?)*)\"");

  private static final Pattern BEHIND = Pattern.compile("field \\+ \"(\\.[A-Za-z]+)");

  private final FieldNames names =
      new FieldNames(
          (key, parts) -> new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(parts));

  @ParameterizedTest
  @CsvSource({
    "consignment.parcels, The number of packages",
    "consignment.shipper.phone, The phone number of the account’s own address",
    "consignment.from.address.postalCode, The postal code of the sender",
    "consignment.from.address.lines[1], The street of the sender",
    "consignment.from, The entry for the sender",
    "consignment.parcels[1].size.length, The size of package 2",
    "consignment.parcels[0].weight, The weight of package 1",
    "customs.items[2].unitPrice, The unit price of item 3 of the invoice",
    "customs.items, The number of items of the invoice",
    "customs.soldTo.attention, The contact person of the buyer",
    "duties.accountNumber, The account number of whoever pays the duties",
    "notifications[0].event, What UPS writes to whom",
    "label.heightInches, The label",
    "references[0].value, Your reference",
    "service, The service"
  })
  void namesWhatThePageHasNoPlaceFor(String field, String name) {
    assertThat(names.of(field)).isEqualTo(name);
  }

  @Test
  void saysItInOneSentence() {
    String said =
        MessageFormat.format(
            BUNDLE.getString("ship.problem.elsewhere"),
            names.of("consignment.parcels"),
            "can be 20 at most for a return");
    assertThat(said).isEqualTo("The number of packages can be 20 at most for a return.");
  }

  /** Else a page that has no place for it answers with an error, or with the raw name. */
  @Test
  void hasAWordForWhateverAnyCheckNames() throws IOException {
    TreeSet<String> fields = new TreeSet<>();
    for (String check :
        new String[] {
          "carrier/ups/UpsOrderCheck",
          "carrier/ups/UpsConsignmentCheck",
          "carrier/ups/UpsCustomsCheck",
          "carrier/ups/UpsRates",
          "shipping/Checks"
        }) {
      String source = Files.readString(Path.of("src/main/java/org/supercargo/" + check + ".java"));
      found(NAMED, source)
          .filter(name -> name.matches("(consignment|customs|label|references|notifications).*"))
          .forEach(fields::add);
      found(BEHIND, source)
          .flatMap(
              last ->
                  last.matches("\\.(event|emails|memo)")
                      ? Stream.of("notifications[0]" + last)
                      : Stream.of("consignment.to", "consignment.parcels[0]", "customs.items[0]")
                          .map(whole -> whole + last))
          .forEach(fields::add);
    }
    fields.add("service");
    fields.add("description");
    fields.add("duties");
    fields.add("key");
    assertThat(fields).hasSizeGreaterThan(50);
    fields.forEach(
        field -> assertThat(names.of(field.replace("%d", "0"))).as(field).matches("[A-Z][^_.]+"));
  }

  private static Stream<String> found(Pattern what, String source) {
    return what.matcher(source).results().map(found -> found.group(1));
  }
}
