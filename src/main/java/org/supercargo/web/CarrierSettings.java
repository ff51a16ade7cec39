package org.supercargo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** What an administrator compares with the application as it is registered at the carrier. */
@Named
@RequestScoped
public class CarrierSettings {
  @Inject private Settings settings;

  /** Letter by letter what the carrier compares, so that it can be copied from here. */
  public String getRedirectUri() {
    return settings.get(Keys.UPS_REDIRECT_URI).toString();
  }

  public String getBaseUrl() {
    return settings.get(Keys.UPS_BASE_URL).toString();
  }
}
