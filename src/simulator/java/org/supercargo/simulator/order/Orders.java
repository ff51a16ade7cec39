package org.supercargo.simulator.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import org.supercargo.simulator.classic.Question;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.state.Booking;

/** Booked orders, read again from the question that made them. */
public final class Orders {
  private Orders() {}

  public static Order of(Booking booking) {
    try {
      return new OrderReader(new Question(new Fields(Json.MAPPER.readTree(booking.request()))))
          .read();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
