package org.supercargo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The OpenAPI document is valid, and speaks of what there is. */
class OpenApiTest {
  private static final String DOCUMENT = "src/main/resources/org/supercargo/api/openapi.yaml";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  @Test
  void isValid() throws IOException, InterruptedException {
    Process validator =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "target/server/openapi-generator-cli.jar",
                "validate",
                "--recommend",
                "-i",
                DOCUMENT)
            .redirectErrorStream(true)
            .start();
    String said = new String(validator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(validator.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(validator.exitValue()).as(said).isZero();
    assertThat(said).contains("No validation issues detected");
  }

  @Test
  void namesEveryMethodOfEveryResourceAndNoOther() throws IOException {
    assertThat(promised()).isEqualTo(served());
  }

  @Test
  void asksForAScopeBeforeEveryMethodButItsOwn() {
    assertThat(methods().filter(method -> !method.isAnnotationPresent(Needs.class)))
        .extracting(method -> method.getDeclaringClass().getSimpleName())
        .containsExactly("DocumentResource");
  }

  @Test
  void promisesAProblemForEveryError() throws IOException {
    for (JsonNode operation : operations()) {
      operation
          .path("responses")
          .propertyStream()
          .filter(response -> response.getKey().compareTo("400") >= 0)
          .forEach(
              response ->
                  assertThat(response.getValue().path("$ref").asText())
                      .as(operation.path("operationId").asText() + " " + response.getKey())
                      .startsWith("#/components/responses/"));
      assertThat(operation.path("responses").has("401")).isTrue();
      assertThat(operation.path("responses").has("429")).isTrue();
    }
    read()
        .at("/components/responses")
        .propertyStream()
        .filter(response -> !response.getKey().equals("NotModified"))
        .forEach(
            response ->
                assertThat(
                        response
                            .getValue()
                            .at("/content/application~1problem+json/example/status")
                            .asInt())
                    .as(response.getKey())
                    .isGreaterThanOrEqualTo(400));
  }

  private static Set<String> promised() throws IOException {
    return read()
        .path("paths")
        .propertyStream()
        .flatMap(
            path ->
                path.getValue()
                    .propertyStream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .map(operation -> operation.getKey() + " " + path.getKey()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<JsonNode> operations() throws IOException {
    return read()
        .path("paths")
        .valueStream()
        .flatMap(JsonNode::propertyStream)
        .filter(operation -> METHODS.contains(operation.getKey()))
        .map(java.util.Map.Entry::getValue)
        .toList();
  }

  private static Set<String> served() {
    return methods()
        .filter(method -> method.isAnnotationPresent(Needs.class))
        .map(method -> verb(method) + " " + path(method))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Method> methods() {
    return new ApiApplication()
        .getClasses().stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> verb(method) != null);
  }

  private static String verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return verb.value().toLowerCase();
      }
    }
    return null;
  }

  private static String path(Method method) {
    Path own = method.getAnnotation(Path.class);
    String path =
        "/api/"
            + method.getDeclaringClass().getAnnotation(Path.class).value()
            + (own == null ? "" : "/" + own.value());
    return path.replaceAll("\\{(\\w+):[^{}]*(\\{[^{}]*})?[^{}]*}", "{$1}");
  }

  private static JsonNode read() throws IOException {
    return new YAMLMapper().readTree(new java.io.File(DOCUMENT));
  }
}
