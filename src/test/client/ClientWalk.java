import client.ApiClient;
import client.ApiException;
import client.api.AccountsApi;
import client.api.RatesApi;
import client.api.ShipmentsApi;
import client.api.TrackingApi;
import client.model.Account;
import client.model.Address;
import client.model.Parcel;
import client.model.Party;
import client.model.Problem;
import client.model.RateRequest;
import client.model.Rates;
import client.model.Shipment;
import client.model.ShipmentRequest;
import client.model.ShipmentState;
import client.model.TrackingList;
import client.model.Weight;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;

/**
 * A customer's program: compiled with the client that is generated of the OpenAPI document, and run
 * against the application.
 */
public final class ClientWalk {
  private ClientWalk() {}

  /** Answers what it met, step by step. */
  public static String walk(String home, String key, String wrongKey) throws Exception {
    ApiClient client = client(home, key);
    Account account = new AccountsApi(client).listAccounts(null, 10, null, null).getItems().get(0);
    Rates rates = new RatesApi(client).getRates(rate(account.getId()), "arrival");
    ShipmentsApi shipments = new ShipmentsApi(client);
    String once = UUID.randomUUID().toString();
    Shipment made = shipments.createShipment(once, order(account.getId()));
    Shipment same = shipments.createShipment(once, order(account.getId()));
    TrackingList where = new TrackingApi(client).trackShipment(made.getId());
    Shipment back = shipments.voidShipment(made.getId(), null);
    ShipmentState seen = shipments.getShipment(made.getId()).getState();
    return String.join(
        " ",
        account.getNumber(),
        rates.getRates().get(0).getPublished().getTotal().getCurrency(),
        made.getState().getValue(),
        "" + made.getId().equals(same.getId()),
        "" + where.getItems().size(),
        back.getState().getValue(),
        seen.getValue(),
        refused(home, wrongKey));
  }

  private static String refused(String home, String wrongKey) throws Exception {
    try {
      new AccountsApi(client(home, wrongKey)).listAccounts(null, null, null, null);
      return "let in";
    } catch (ApiException refused) {
      Problem problem = new ObjectMapper().readValue(refused.getResponseBody(), Problem.class);
      return refused.getCode() + " " + problem.getType();
    }
  }

  private static ApiClient client(String home, String key) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(home);
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
    return client;
  }

  private static RateRequest rate(long account) {
    return new RateRequest().account(account).to(receiver()).parcels(List.of(parcel()));
  }

  private static ShipmentRequest order(long account) {
    return new ShipmentRequest()
        .account(account)
        .service("03")
        .to(receiver())
        .parcels(List.of(parcel()));
  }

  private static Party receiver() {
    return new Party()
        .name("Jo Doe")
        .phone("4045550123")
        .residential(true)
        .address(
            new Address()
                .lines(List.of("12 Peachtree St NE"))
                .city("Atlanta")
                .state("GA")
                .postalCode("30303")
                .country("US"));
  }

  private static Parcel parcel() {
    return new Parcel()
        .packaging(Parcel.PackagingEnum.OWN)
        .weight(new Weight().value("5.5").unit(Weight.UnitEnum.POUND));
  }
}
