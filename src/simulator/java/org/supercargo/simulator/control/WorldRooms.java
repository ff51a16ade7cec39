package org.supercargo.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.state.Client;
import org.supercargo.simulator.state.Issued.Secret;
import org.supercargo.simulator.state.User;
import org.supercargo.simulator.state.World;

/** The simulated world: log-ins, applications, life times, and what was issued. */
final class WorldRooms {
  private final World world;

  WorldRooms(World world) {
    this.world = world;
  }

  Map<String, Room> rooms() {
    return Map.ofEntries(
        Map.entry("GET /control/health", request -> Answer.json(200, Map.of("status", "UP"))),
        Map.entry("GET /control/users", request -> users()),
        Map.entry("POST /control/users", this::putUsers),
        Map.entry("GET /control/clients", request -> clients()),
        Map.entry("POST /control/clients", this::putClients),
        Map.entry("GET /control/lives", request -> lives()),
        Map.entry("POST /control/lives", this::setLives),
        Map.entry("POST /control/revoke", this::revoke),
        Map.entry("GET /control/tokens", request -> tokens()));
  }

  private Answer users() {
    return Answer.json(200, Map.of("users", world.users().all()));
  }

  /** All are checked before the first is taken over: half an array is worse than none. */
  private Answer putUsers(Request request) {
    List<User> checked =
        Input.several(request, UserInput.class).stream()
            .map(input -> input.over(world.users()))
            .toList();
    checked.forEach(world.users()::put);
    return users();
  }

  private Answer clients() {
    return Answer.json(200, Map.of("clients", world.clients().all()));
  }

  private Answer putClients(Request request) {
    List<Client> checked =
        Input.several(request, ClientInput.class).stream()
            .map(input -> input.over(world.clients()))
            .toList();
    checked.forEach(world.clients()::put);
    return clients();
  }

  private Answer lives() {
    return Answer.json(200, world.lives().now());
  }

  private Answer setLives(Request request) {
    world.lives().set(Input.one(request, LivesInput.class).over(world.lives().now()));
    return lives();
  }

  private record RevokeInput(String user) {}

  private Answer revoke(Request request) {
    String user = Input.require(Input.one(request, RevokeInput.class).user(), "user");
    if (world.users().find(user).isEmpty()) {
      throw ControlProblem.bad("unknown user " + user);
    }
    return Answer.json(200, Map.of("revoked", world.revoke(user)));
  }

  private Answer tokens() {
    List<Secret> secrets = new ArrayList<>(world.issued().all());
    world
        .clients()
        .all()
        .forEach(client -> secrets.add(new Secret("client-secret", client.secret())));
    world.users().all().forEach(user -> secrets.add(new Secret("password", user.password())));
    return Answer.json(200, Map.of("dropped", world.issued().dropped(), "secrets", secrets));
  }
}
