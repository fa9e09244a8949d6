import { brokenBy, Edit, places } from '../__fixtures__/checkEdit';

const { workload, routes } = places;
const host = 'other.other-02-test.svc.cluster.local';

describe('services and routes', () => {
  const service =
    (edit: (spec: any) => void): Edit =>
    (_account, _deployment, { spec }) =>
      edit(spec);

  it.each<[string, string, Edit, string[]]>([
    [
      'node ports',
      workload,
      service(spec => {
        spec.type = 'NodePort';
      }),
      [`service ${workload} /spec/type`],
    ],
    [
      'a node port',
      workload,
      service(spec => {
        spec.ports[0].nodePort = 30000;
      }),
      [`service ${workload} /spec/ports/0/nodePort`],
    ],
    [
      'addresses of others',
      workload,
      service(spec => {
        spec.externalIPs = ['203.0.113.7'];
      }),
      [`service ${workload} /spec/externalIPs`],
    ],
    [
      'the name of a service of others',
      workload,
      service(spec => {
        spec.externalName = host;
      }),
      [`service ${workload} /spec/externalName`],
    ],
    [
      'a load balancer for a closed port',
      workload,
      service(spec => {
        spec.ports[0].targetPort = 5002;
      }),
      [`closed-port ${workload} /spec/ports/0/targetPort`],
    ],
    [
      'a load balancer for a port of which nobody knows the number',
      workload,
      service(spec => {
        spec.ports[0].targetPort = 'admin';
      }),
      [`closed-port ${workload} /spec/ports/0/targetPort`],
    ],
    [
      'a route to a closed port',
      routes,
      (_gateway, { spec }) => {
        spec.http[0].route[0].destination.port.number = 5002;
      },
      [`closed-port ${routes} /spec/http/0/route/0/destination/port/number`],
    ],
    [
      'a route to any port',
      routes,
      (_gateway, { spec }) => {
        delete spec.http[0].route[0].destination.port;
      },
      [`closed-port ${routes} /spec/http/0/route/0/destination/port/number`],
    ],
    [
      'a mirror to a closed port',
      routes,
      (_gateway, { spec }) => {
        spec.http[0].mirror = { host: 'web', port: { number: 5002 } };
      },
      [`closed-port ${routes} /spec/http/0/mirror/port/number`],
    ],
    [
      'a route to a service of others',
      routes,
      (_gateway, { spec }) => {
        spec.http[0].route[0].destination.host = host;
      },
      [`route-destination ${routes} /spec/http/0/route/0/destination/host`],
    ],
    [
      'a route of the Gateway API to a closed port',
      routes,
      (_gateway, _service, { spec }) => {
        spec.rules[0].backendRefs[0].port = 5002;
      },
      [`closed-port ${routes} /spec/rules/0/backendRefs/0/port`],
    ],
    [
      'an Ingress to a closed port',
      routes,
      (...objects) => {
        const [path] = objects[3].spec.rules[0].http.paths;
        path.backend.service.port.number = 5002;
      },
      [
        `closed-port ${routes} /spec/rules/0/http/paths/0/backend/service/port/number`,
      ],
    ],
  ])('are refused with %s', (_, path, edit, findings) => {
    expect(brokenBy({ [path]: edit })).toEqual(findings);
  });

  it.each<[string, string, Edit]>([
    [
      'a service inside of the cluster with any port',
      workload,
      service(spec => {
        spec.type = 'ClusterIP';
        spec.ports[0].targetPort = 'admin';
      }),
    ],
    [
      'a host outside of the cluster',
      workload,
      service(spec => {
        spec.type = 'ExternalName';
        spec.externalName = 'db.example.org';
      }),
    ],
    [
      'a service of the own namespace by its whole name',
      routes,
      (_gateway, { spec }) => {
        spec.http[0].route[0].destination.host =
          'web.acme-01-test.svc.cluster.local';
      },
    ],
  ])('are accepted with %s', (_, path, edit) => {
    expect(brokenBy({ [path]: edit })).toEqual([]);
  });
});

describe('hostnames', () => {
  const foreign = 'web.other-02.test.example.com';

  it.each<[string, Edit, string]>([
    [
      'a gateway for a host of others',
      gateway => {
        gateway.spec.servers[0].hosts[0] = foreign;
      },
      '/spec/servers/0/hosts/0',
    ],
    [
      'a gateway for every host',
      gateway => {
        gateway.spec.servers[0].hosts[0] = '*';
      },
      '/spec/servers/0/hosts/0',
    ],
    [
      'a gateway for every namespace',
      gateway => {
        gateway.spec.servers[0].hosts[0] = '*/web.acme-01.test.example.com';
      },
      '/spec/servers/0/hosts/0',
    ],
    [
      'routes for a host of others',
      (_gateway, { spec }) => {
        spec.hosts[0] = foreign;
      },
      '/spec/hosts/0',
    ],
    [
      'routes for every host',
      (_gateway, { spec }) => {
        spec.hosts[0] = '*';
      },
      '/spec/hosts/0',
    ],
    [
      'routes for a service of others',
      (_gateway, { spec }) => {
        spec.hosts[0] = host;
      },
      '/spec/hosts/0',
    ],
    [
      'a route of the Gateway API for a host of others',
      (_gateway, _service, { spec }) => {
        spec.hostnames[0] = foreign;
      },
      '/spec/hostnames/0',
    ],
    [
      'a route of the Gateway API for every host',
      (_gateway, _service, { spec }) => {
        delete spec.hostnames;
      },
      '/spec/hostnames',
    ],
    [
      'an Ingress for a host of others',
      (...objects) => {
        objects[3].spec.rules[0].host = foreign;
      },
      '/spec/rules/0/host',
    ],
    [
      'an Ingress for every host',
      (...objects) => {
        delete objects[3].spec.rules[0].host;
      },
      '/spec/rules/0/host',
    ],
    [
      'a certificate for a host of others',
      (...objects) => {
        objects[4].spec.dnsNames[0] = foreign;
      },
      '/spec/dnsNames/0',
    ],
    [
      'a certificate for the whole platform',
      (...objects) => {
        objects[4].spec.dnsNames[1] = '*.test.example.com';
      },
      '/spec/dnsNames/1',
    ],
    [
      'a certificate in the name of others',
      (...objects) => {
        objects[4].spec.commonName = foreign;
      },
      '/spec/commonName',
    ],
  ])('are refused with %s', (_, edit, path) => {
    expect(brokenBy({ [routes]: edit })).toEqual([
      `hostname ${routes} ${path}`,
    ]);
  });

  it('are not announced for others', () => {
    const annotation = 'external-dns.alpha.kubernetes.io/hostname';
    expect(
      brokenBy({
        [workload]: (_account, _deployment, { metadata }) => {
          metadata.annotations[annotation] += `, ${foreign}`;
        },
      }),
    ).toEqual([
      `hostname ${workload} /metadata/annotations/external-dns.alpha.kubernetes.io~1hostname`,
    ]);
  });

  it('may be wildcards below the own domain', () => {
    expect(
      brokenBy({
        [routes]: gateway => {
          gateway.spec.servers[0].hosts[0] = '*.acme-01.test.example.com';
        },
      }),
    ).toEqual([]);
  });
});
