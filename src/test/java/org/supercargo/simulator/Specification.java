package org.supercargo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of UPS's OpenAPI files, read beside this project and never copied into it. Made stricter than
 * it is: no field may come that it does not name.
 */
public final class Specification {
  private static final Path FOLDER = Path.of("../shared/ups/openapi");

  private final ObjectNode root;

  private Specification(ObjectNode root) {
    this.root = root;
  }

  /** Empty where the folder is not there: a clone of this project alone has none. */
  public static Optional<Specification> read(String file) {
    Path path = FOLDER.resolve(file);
    if (!Files.exists(path)) {
      System.out.println(path + " is absent: nothing to hold the simulator against");
      return Optional.empty();
    }
    try {
      // Some of the files have tabs, which YAML forbids.
      String text = Files.readString(path).replace("\t", "  ");
      ObjectNode root = (ObjectNode) new YAMLMapper().readTree(text);
      root.at("/components/schemas").forEach(Specification::close);
      return Optional.of(new Specification(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(JsonNode schema) {
    if (schema.has("properties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
  }

  public ObjectNode schema(String name) {
    return (ObjectNode) root.at("/components/schemas/" + name);
  }

  /** Rating, mended where the file contradicts what UPS takes and sends. */
  public static Optional<Specification> rating() {
    return read("Rating.yaml")
        .map(
            file -> {
              ObjectNode request = file.schema("RateRequest_Request");
              request.remove(List.of("required", "additionalProperties"));
              file.withoutLengths("PackageServiceOptions_DeclaredValue", "MonetaryValue");
              ObjectNode service = file.schema("Shipment_Service");
              service.withObject("/properties/Code").put("minLength", 2);
              ObjectNode rated = file.schema("RatedShipment_Service");
              rated.withObject("/properties/Description").remove("minLength");
              return file;
            });
  }

  /** Shipping, Void and Label Recovery, mended in the same way. */
  public static Optional<Specification> shipping() {
    return read("Shipping.yaml")
        .map(
            file ->
                file.withoutLengths("ShipmentResults_BillingWeight", "Weight")
                    .withoutLengths("LabelImage_LabelImageFormat", "Code")
                    .withoutLengths("LabelRecovery_LabelSpecification_LabelImageFormat", "Code")
                    .notRequiring("LabelRecoveryRequest", "TrackingNumbers", "ReferenceValues")
                    .notRequiring("LabelRecoveryResponse", "LabelResults")
                    .notRequiring("ShipmentRequest_LabelSpecification", "LabelStockSize"));
  }

  public static Optional<Specification> tracking() {
    return read("Tracking.yaml");
  }

  private Specification withoutLengths(String schema, String property) {
    ObjectNode node = schema(schema).withObject("/properties/" + property);
    node.remove(List.of("minLength", "maxLength"));
    return this;
  }

  private Specification notRequiring(String schema, String... names) {
    if (schema(schema).get("required") instanceof ArrayNode all) {
      List<String> kept = new ArrayList<>();
      all.forEach(name -> kept.add(name.asText()));
      kept.removeAll(List.of(names));
      ArrayNode required = schema(schema).putArray("required");
      kept.forEach(required::add);
    }
    return this;
  }

  /** Every field must come, not only those that the file calls required. */
  public Specification requiringAllOf(String schema) {
    ArrayNode required = schema(schema).putArray("required");
    schema(schema).get("properties").fieldNames().forEachRemaining(required::add);
    return this;
  }

  List<String> headers(String operation, int status) {
    List<String> names = new ArrayList<>();
    root.at("/paths" + operation + "/responses/" + status + "/headers")
        .fieldNames()
        .forEachRemaining(names::add);
    return names;
  }

  public Set<ValidationMessage> complaints(String operation, int status, JsonNode body) {
    return complaints(operation + "/responses/" + status, body);
  }

  public Set<ValidationMessage> complaintsAboutRequest(String operation, JsonNode body) {
    return complaints(operation + "/requestBody", body);
  }

  private Set<ValidationMessage> complaints(String place, JsonNode body) {
    JsonNode schema = root.at("/paths" + place + "/content/application~1json/schema");
    if (schema.isMissingNode()) {
      throw new IllegalArgumentException("the specification has nothing at " + place);
    }
    ObjectNode whole = root.deepCopy();
    whole.put("$ref", schema.get("$ref").asText());
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole).validate(body);
  }
}
