package org.supercargo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIData;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** What a filter finds is shown from its first row on, whichever page was open before. */
@Named
@RequestScoped
public class FirstPage {
  /**
   * Turns back a table whose filter changes.
   *
   * @param table its id with those of its containers, such as {@code people:table}
   */
  public void of(String table) {
    if (FacesContext.getCurrentInstance().getViewRoot().findComponent(table)
        instanceof UIData data) {
      data.setFirst(0);
    }
  }
}
