package org.supercargo.account;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.supercargo.audit.Actor;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * The demo begins with one account from before OAuth; the simulated log-in alice holds its number.
 */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoAccount {
  static final AccountDetails DETAILS =
      new AccountDetails(
          "A1B2C3",
          "US",
          "30328",
          "Atlanta warehouse",
          "Peachtree Paper & Ink",
          "Rosa Delgado",
          "Shipping manager",
          "75 Harbor Street NE",
          "Dock 4",
          null,
          "Atlanta",
          "GA",
          "30328",
          "US",
          "+1 404 555 0123",
          "shipping@peachtree-paper.example");

  @Inject Accounts accounts;
  @Inject Legacy legacy;
  @Inject Settings settings;

  @PostConstruct
  void seed() {
    if (settings.get(Keys.DEMO) && legacy.isFirst()) {
      accounts.addWithoutOAuth(DETAILS, new Actor("demo", null));
    }
  }
}
