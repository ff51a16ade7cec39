package org.supercargo.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Secret;

/**
 * What may be kept of an exchange. Headers never are: the token is one of them.
 *
 * @param personal whether names and the like may stay
 */
record UpsRedaction(boolean personal) {
  private static final String MASK = "•••";
  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST = 100_000;

  /** Bytes in letters: labels, forms, signatures; and links to them, which are open to all. */
  private static final Set<String> PICTURES =
      Set.of(
          "labelurl",
          "locallanguagelabelurl",
          "receipturl",
          "locallanguagereceipturl",
          "url",
          "graphicimage",
          "graphicimagepart",
          "htmlimage",
          "pdf417",
          "internationalsignaturegraphicimage",
          "image",
          "photo",
          "content",
          "barcodeimage");

  /** Of persons, by UPS's names in lower case; country and state stay. */
  private static final Set<String> PERSONAL =
      Set.of(
          "name",
          "attentionname",
          "companydisplayablename",
          "addressline",
          "addressline1",
          "addressline2",
          "addressline3",
          "city",
          "town",
          "postalcode",
          "destinationpostalcode",
          "number@phone",
          "faxnumber",
          "emailaddress",
          "undeliverableemailaddress",
          "fromemailaddress",
          "fromname",
          "memo",
          "taxidentificationnumber",
          "receivedby");

  String of(UpsAnswer answer) {
    JsonNode json = answer.json().node();
    String text =
        json.isMissingNode()
            ? "(no JSON, %s)".formatted(answer.header("content-type").orElse("of no type"))
            : cut(redacted(json, "", "").toString());
    for (Secret secret : answer.sent()) {
      String value = secret.reveal();
      text = value.isBlank() ? text : text.replace(value, MASK);
    }
    return text;
  }

  String below(@Nullable ObjectNode body) {
    return body == null ? "" : "\n" + cut(redacted(body, "", "").toString());
  }

  private JsonNode redacted(JsonNode node, String name, String parent) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(
              field -> copy.set(field.getKey(), redacted(field.getValue(), field.getKey(), name)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> copy.add(redacted(element, name, parent)));
      return copy;
    }
    return node.isTextual() ? TextNode.valueOf(text(node.textValue(), name, parent)) : node;
  }

  private String text(String text, String name, String parent) {
    String known = name.toLowerCase(Locale.ROOT);
    if (PICTURES.contains(known) || text.length() > LONGEST_TEXT) {
      return text.isEmpty() ? text : "(%d characters)".formatted(text.length());
    }
    boolean hidden =
        PERSONAL.contains(known)
            || PERSONAL.contains(known + "@" + parent.toLowerCase(Locale.ROOT));
    return hidden && !personal && !text.isEmpty() ? MASK : text;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "… (%d characters)".formatted(text.length());
  }
}
