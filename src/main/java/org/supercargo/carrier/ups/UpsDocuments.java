package org.supercargo.carrier.ups;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;

/** Reads labels and forms, which come in base64; what is damaged is not there. */
final class UpsDocuments {
  private UpsDocuments() {}

  /**
   * A picture with its format beside it.
   *
   * @param formatField the name of the object that holds the format's code
   */
  static Optional<Document> picture(UpsJson json, String formatField, String name) {
    Optional<byte[]> bytes = bytes(json.text("GraphicImage"));
    return json.at(formatField)
        .text("Code")
        .flatMap(UpsDocuments::format)
        .flatMap(
            format ->
                bytes
                    .filter(known -> isOf(format, known))
                    .map(known -> new Document(name, format, known)));
  }

  /** Whether it begins as such a thing does: a damaged label must not be taken for one. */
  private static boolean isOf(DocumentFormat format, byte[] bytes) {
    int looked = Math.min(bytes.length, 512);
    String start = new String(bytes, 0, looked, StandardCharsets.ISO_8859_1);
    return switch (format) {
      case GIF -> start.startsWith("GIF8");
      case PNG -> start.startsWith("\u0089PNG");
      case PDF -> start.startsWith("%PDF-");
      case ZPL -> start.contains("^XA") || start.contains("~");
      case EPL, SPL, HTML -> true;
    };
  }

  /** A picture whose format shows in its first bytes alone. */
  static @Nullable Document drawn(UpsJson json, String field, String name) {
    return bytes(json.text(field))
        .flatMap(
            known ->
                Stream.of(DocumentFormat.GIF, DocumentFormat.PNG)
                    .filter(format -> isOf(format, known))
                    .findFirst()
                    .map(format -> new Document(name, format, known)))
        .orElse(null);
  }

  static @Nullable Document html(UpsJson json, String field, String name) {
    return bytes(json.text(field))
        .map(known -> new Document(name, DocumentFormat.HTML, known))
        .orElse(null);
  }

  /** The commercial invoice and what else UPS made for the whole. */
  static Optional<Document> form(UpsJson form) {
    String name =
        form.text("Description")
            .map(words -> UpsText.message("", words, List.of()).text())
            .filter(words -> !words.isBlank())
            .orElse("International forms");
    return picture(form.at("Image"), "ImageFormat", name);
  }

  static Optional<byte[]> bytes(Optional<String> text) {
    return text.flatMap(
            value -> {
              try {
                return Optional.of(Base64.getMimeDecoder().decode(value));
              } catch (IllegalArgumentException damaged) {
                return Optional.empty();
              }
            })
        .filter(bytes -> bytes.length > 0);
  }

  /** {@code EPL2} and {@code 01} for HTML are UPS's, too. */
  private static Optional<DocumentFormat> format(String code) {
    String known = code.toUpperCase(Locale.ROOT);
    if (known.equals("EPL2")) {
      return Optional.of(DocumentFormat.EPL);
    }
    return known.equals("01")
        ? Optional.of(DocumentFormat.HTML)
        : Arrays.stream(DocumentFormat.values())
            .filter(format -> format.name().equals(known))
            .findFirst();
  }
}
