package org.supercargo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Changes a JSON tree at a pointer. */
final class Pointed {
  private Pointed() {}

  static void set(ObjectNode root, String pointer, String json) {
    try {
      parent(root, pointer).set(name(pointer), UpsCaller.JSON.readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void remove(ObjectNode root, String pointer) {
    parent(root, pointer).remove(name(pointer));
  }

  private static ObjectNode parent(ObjectNode root, String pointer) {
    return (ObjectNode) root.at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  private static String name(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }
}
