package org.supercargo.web.door;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** For controllers: the container shows the 403 page. */
public class ForbiddenMapper implements ExceptionMapper<Forbidden> {
  @Override
  public Response toResponse(Forbidden refused) {
    return Response.status(Response.Status.FORBIDDEN).build();
  }
}
