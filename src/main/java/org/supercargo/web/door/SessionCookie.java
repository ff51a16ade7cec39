package org.supercargo.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** Marks the session cookie Secure where a proxy in front speaks TLS for us. */
@WebListener
public class SessionCookie implements ServletContextListener {
  @Inject private Settings settings;

  @Override
  public void contextInitialized(ServletContextEvent start) {
    if (settings.get(Keys.PUBLIC_URL).getScheme().equals("https")) {
      start.getServletContext().getSessionCookieConfig().setSecure(true);
    }
  }
}
