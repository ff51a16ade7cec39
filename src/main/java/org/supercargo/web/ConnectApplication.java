package org.supercargo.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.supercargo.web.door.ForbiddenMapper;

/** The way to the carrier's consent pages and back. */
@ApplicationPath("/connect")
public class ConnectApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(ConnectController.class, ForbiddenMapper.class);
  }
}
