package org.supercargo.api;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What this API promises, as OpenAPI 3 has it; to be had without a key. */
@Path("v1/{name: openapi\\.(yaml|json)}")
public class DocumentResource {
  private static final String YAML = "application/yaml";
  private static final byte[] AS_YAML = yaml();
  private static final byte[] AS_JSON = json();

  @Context private Request request;

  static boolean isAskedBy(ContainerRequestContext request) {
    return request.getUriInfo().getPath().matches("/?v1/openapi\\.(yaml|json)");
  }

  @GET
  @Produces({YAML, MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  public Response document(@PathParam("name") String name) {
    return name.endsWith(".json")
        ? Tagged.bytes(request, AS_JSON, MediaType.APPLICATION_JSON_TYPE)
        : Tagged.bytes(request, AS_YAML, MediaType.valueOf(YAML));
  }

  private static byte[] yaml() {
    try (InputStream file = DocumentResource.class.getResourceAsStream("openapi.yaml")) {
      return Objects.requireNonNull(file).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] json() {
    try {
      return Json.MAPPER.writeValueAsBytes(new YAMLMapper().readTree(yaml()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
