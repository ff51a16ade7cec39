package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The states and provinces of the countries whose addresses need one. */
@ApplicationScoped
public class States {
  /** In order of their names; empty for a country whose addresses need none. */
  public List<State> of(String country) {
    throw new UnsupportedOperationException();
  }
}
