package org.supercargo.database;

import jakarta.persistence.PersistenceException;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.supercargo.setting.Settings;

/**
 * Checks before EclipseLink connects, which Payara makes it do before any bean starts: a wrong
 * setting is to be told by its name, not by a stack of the persistence layer.
 */
public class Beforehand implements SessionCustomizer {
  @Override
  public void customize(Session session) {
    var login = (DatasourceLogin) session.getDatasourceLogin();
    var dataSource = ((JNDIConnector) login.getConnector()).getDataSource();
    new Opening(Settings.ofTheDeployment(), dataSource).check();
    session.setExceptionHandler(Beforehand::standard);
  }

  /**
   * {@code find} and {@code lock} let EclipseLink's own exceptions out where the specification, and
   * whoever tries again, expects a {@link PersistenceException}.
   */
  private static Object standard(RuntimeException thrown) {
    throw thrown instanceof DatabaseException lost ? new PersistenceException(lost) : thrown;
  }
}
