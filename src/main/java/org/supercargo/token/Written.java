package org.supercargo.token;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.custody.NotOpened;

/** A pair as the journal keeps it, before it is sealed. What lay in clear on the way is wiped. */
final class Written {
  private static final byte FORMAT = 1;
  private static final int MOMENT = Long.BYTES + Integer.BYTES;

  private Written() {}

  static Secret of(TokenSet tokens) {
    byte[] access = tokens.accessToken().revealBytes();
    byte[] refresh = tokens.refreshToken().revealBytes();
    int length = 1 + 3 * MOMENT + 2 * Integer.BYTES + access.length + refresh.length;
    ByteBuffer out = ByteBuffer.allocate(length).put(FORMAT);
    for (Instant moment :
        new Instant[] {tokens.issuedAt(), tokens.accessExpiresAt(), tokens.refreshExpiresAt()}) {
      out.putLong(moment.getEpochSecond()).putInt(moment.getNano());
    }
    out.putInt(access.length).put(access).putInt(refresh.length).put(refresh);
    try {
      return Secret.of(out.array());
    } finally {
      wipe(access, refresh, out.array());
    }
  }

  static TokenSet read(Secret written) {
    byte[] bytes = written.revealBytes();
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      int format = in.get();
      if (format != FORMAT) {
        throw new NotOpened("a journal entry has the unknown format " + format);
      }
      Instant issued = moment(in);
      Instant accessEnds = moment(in);
      Instant refreshEnds = moment(in);
      return new TokenSet(secret(in), secret(in), issued, accessEnds, refreshEnds);
    } catch (BufferUnderflowException | NegativeArraySizeException | DateTimeException cutShort) {
      throw new NotOpened("a journal entry is cut short");
    } finally {
      wipe(bytes);
    }
  }

  private static Secret secret(ByteBuffer in) {
    int length = in.getInt();
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] clear = new byte[length];
    in.get(clear);
    try {
      return Secret.of(clear);
    } finally {
      wipe(clear);
    }
  }

  private static Instant moment(ByteBuffer in) {
    return Instant.ofEpochSecond(in.getLong(), in.getInt());
  }

  private static void wipe(byte[]... all) {
    for (byte[] clear : all) {
      Arrays.fill(clear, (byte) 0);
    }
  }
}
