package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.supercargo.scenario.Program.Answer;

/** What the OpenAPI document promises of an answer: status, media type, headers, every field. */
final class Promise {
  private static final ObjectNode DOCUMENT = read();

  private Promise() {}

  /** An operation, with the names of what it takes beside a body. */
  record Operation(String method, String path, List<String> query, List<String> headers) {}

  static List<Operation> operations() {
    return DOCUMENT.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue()
                    .propertyStream()
                    .filter(entry -> entry.getValue().has("responses"))
                    .map(
                        entry ->
                            new Operation(
                                entry.getKey().toUpperCase(),
                                path.getKey(),
                                names(entry.getValue(), "query"),
                                names(entry.getValue(), "header"))))
        .toList();
  }

  private static List<String> names(JsonNode operation, String where) {
    return operation
        .path("parameters")
        .valueStream()
        .map(Promise::resolved)
        .filter(parameter -> parameter.path("in").asText().equals(where))
        .map(parameter -> parameter.path("name").asText())
        .toList();
  }

  static Answer isKept(Answer answer) {
    JsonNode promised = response(answer);
    for (Map.Entry<String, JsonNode> header : promised.path("headers").properties()) {
      assertThat(answer.header(header.getKey())).as(header.getKey()).isNotEmpty();
    }
    if (promised.has("content")) {
      String type = answer.header("Content-Type").replaceFirst(";.*", "");
      JsonNode contents = promised.path("content");
      JsonNode content = contents.path(contents.has("*/*") ? "*/*" : type);
      assertThat(content.isMissingNode()).as(type + " of " + name(answer)).isFalse();
      if (type.endsWith("json")) {
        assertThat(schema(content.path("schema")).validate(answer.json()))
            .as(name(answer) + " " + answer.text())
            .isEmpty();
      }
    } else {
      assertThat(answer.text()).as(name(answer)).isEmpty();
    }
    return answer;
  }

  /** Every example of the document, with where it stands and the schema that it must keep. */
  static void examplesAreTrue() {
    List<String> wrong = new ArrayList<>();
    contents()
        .forEach(
            content -> {
              JsonSchema schema = schema(content.path("schema"));
              examples(content)
                  .forEach(
                      example ->
                          schema
                              .validate(example)
                              .forEach(complaint -> wrong.add(complaint + " in " + example)));
            });
    assertThat(wrong).isEmpty();
  }

  private static Stream<JsonNode> examples(JsonNode content) {
    return Stream.concat(
        content.has("example") ? Stream.of(content.get("example")) : Stream.empty(),
        content.path("examples").valueStream().map(example -> example.path("value")));
  }

  private static Stream<JsonNode> contents() {
    return DOCUMENT.findValues("content").stream()
        .flatMap(JsonNode::propertyStream)
        .filter(entry -> entry.getKey().endsWith("json"))
        .map(Map.Entry::getValue);
  }

  private static JsonNode response(Answer answer) {
    String path = answer.path().replaceFirst("\\?.*", "");
    JsonNode operation =
        DOCUMENT.path("paths").properties().stream()
            .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
            .map(entry -> entry.getValue().path(answer.method().toLowerCase()))
            .filter(found -> !found.isMissingNode())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no promise about " + name(answer)));
    JsonNode response = operation.path("responses").path("" + answer.status());
    assertThat(response.isMissingNode())
        .as(name(answer) + " " + answer.status() + " is not promised: " + answer.text())
        .isFalse();
    return resolved(response);
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static JsonSchema schema(JsonNode schema) {
    ObjectNode whole = DOCUMENT.deepCopy();
    whole.setAll((ObjectNode) schema);
    return JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            builder ->
                builder
                    .metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()))
        .getSchema(whole);
  }

  private static String name(Answer answer) {
    return answer.method() + " " + answer.path();
  }

  private static ObjectNode read() {
    try {
      return (ObjectNode)
          new YAMLMapper()
              .readTree(
                  Files.readString(Path.of("src/main/resources/org/supercargo/api/openapi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
